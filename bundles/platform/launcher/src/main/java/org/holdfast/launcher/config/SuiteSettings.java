package org.holdfast.launcher.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.launcher.start.StartFailure;

/**
 * Of which cipher suites the keys of subsidiaries are made, as {@code holdfast.keys.suites} says. Keys that are there keep
 * theirs.
 *
 * @param standard the suite of all that are not named, of group and server among them
 * @param named suites by code of the subsidiary
 */
public record SuiteSettings(String standard, Map<String, String> named) {
    private static final Pattern CHOICE = Pattern.compile("(.+)=([A-Z0-9-]{1,32})");
    private static final String REST = "*";

    /** What holds where nothing is set. */
    public static final SuiteSettings STANDARD = new SuiteSettings(CipherSuite.STANDARD, Map.of());

    /** Copies the map. */
    public SuiteSettings {
        named = Map.copyOf(named);
    }

    /**
     * Reads and checks the setting.
     *
     * @param configuration the server's settings
     * @return what it says
     * @throws StartFailure where it cannot be understood, or names a subsidiary twice
     */
    public static SuiteSettings of(Configuration configuration) {
        Map<String, String> choices = new TreeMap<>();
        for (String part : configuration.text(Setting.KEY_SUITES).split(",", -1)) {
            Matcher choice = CHOICE.matcher(part.strip());
            if (!choice.matches() || choices.put(choice.group(1).strip(), choice.group(2)) != null) {
                throw new StartFailure("failure.keySuites", Setting.KEY_SUITES.key(), part.strip());
            }
        }
        String standard = choices.getOrDefault(REST, CipherSuite.STANDARD);
        choices.remove(REST);
        return new SuiteSettings(standard, choices);
    }

    /**
     * Returns the suite of a subsidiary.
     *
     * @param code its code
     * @return name of the suite
     */
    public String suite(String code) {
        return named.getOrDefault(code, standard);
    }

    /**
     * Returns every suite that the setting names.
     *
     * @return names
     */
    public Set<String> suites() {
        Set<String> suites = new TreeSet<>(named.values());
        suites.add(standard);
        return suites;
    }
}
