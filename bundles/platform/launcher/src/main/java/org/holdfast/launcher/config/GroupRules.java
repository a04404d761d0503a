package org.holdfast.launcher.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.launcher.start.StartFailure;

/**
 * Which groups of a directory or provider have which roles here, from {@code config/sign-on-groups.csv}: a line for each,
 * with group, role and the codes of subsidiaries, and semicolons between them, because names of groups hold commas.
 *
 * @param rules the lines
 * @param newAccounts whether somebody with a role gets an account at the first sign-in
 */
public record GroupRules(List<Rule> rules, boolean newAccounts) {
    private static final String FILE = "sign-on-groups.csv";
    private static final int COLUMNS = 3;

    /** Copies the list. */
    public GroupRules {
        rules = List.copyOf(rules);
    }

    static GroupRules of(Configuration configuration) {
        Path file = configuration
                .path(Setting.GROUPS_FILE)
                .orElse(configuration.home().resolve("config").resolve(FILE));
        boolean named = configuration.path(Setting.GROUPS_FILE).isPresent();
        List<Rule> rules = named || Files.exists(file) ? read(file) : List.of();
        String makes = configuration.text(Setting.NEW_ACCOUNTS);
        if (!makes.equals("true") && !makes.equals("false")) {
            throw new StartFailure("failure.settingYesNo", Setting.NEW_ACCOUNTS.key(), makes);
        }
        if (makes.equals("true") && rules.isEmpty()) {
            throw new StartFailure("failure.settingNeedsGroups", Setting.NEW_ACCOUNTS.key(), file);
        }
        return new GroupRules(rules, makes.equals("true"));
    }

    private static List<Rule> read(Path file) {
        try {
            List<Rule> rules = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rules.add(rule(line, file));
                }
            }
            return rules;
        } catch (IOException e) {
            throw new StartFailure(e, "failure.groupsFile", file);
        }
    }

    private static Rule rule(String line, Path file) {
        String[] cells = line.split(";", -1);
        String role = cells.length > 1 ? cells[1].strip() : "";
        if (cells.length > COLUMNS || cells[0].isBlank() || !SignOnSettings.ROLES.contains(role)) {
            throw new StartFailure("failure.groupsLine", file, line);
        }
        Set<String> subsidiaries = cells.length < COLUMNS
                ? Set.of()
                : Arrays.stream(cells[2].split(",", -1))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet());
        return new Rule(cells[0].strip(), role, subsidiaries);
    }

    /**
     * A line.
     *
     * @param group the group's distinguished name, or its name at the provider
     * @param role code of the role its members have
     * @param subsidiaries codes of the subsidiaries they are limited to; empty for none named
     */
    public record Rule(String group, String role, Set<String> subsidiaries) {
        /** Copies the set. */
        public Rule {
            subsidiaries = Set.copyOf(subsidiaries);
        }
    }
}
