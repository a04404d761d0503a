package org.holdfast.launcher.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.launcher.config.SuiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * Of which cipher suite the keys of a subsidiary are, and of which they would be made now.
 *
 * @param subsidiary code of the subsidiary; {@code *} for the key that group and server share
 * @param suite the suite; null where no key was made yet
 * @param wanted the suite that the settings say
 * @param known whether there is such a subsidiary; false for one that only the settings name
 */
public record SubsidiarySuite(String subsidiary, @Nullable String suite, String wanted, boolean known) {
    private static final UUID SERVER = new UUID(0, 0);
    private static final String REST = "*";

    /**
     * Puts together what is known.
     *
     * @param codes codes of the subsidiaries by id
     * @param stored suites of the keys that are there, by subsidiary
     * @param settings what keys are to be made of
     * @return one for each subsidiary and each that only the settings name, by code
     */
    public static List<SubsidiarySuite> of(Map<UUID, String> codes, Map<UUID, String> stored, SuiteSettings settings) {
        Map<UUID, String> names = new HashMap<>(codes);
        // A key of a subsidiary that is not there any more still needs its suite.
        stored.keySet().forEach(id -> names.putIfAbsent(id, id.equals(SERVER) ? REST : id.toString()));
        List<SubsidiarySuite> all = new ArrayList<>();
        names.forEach((id, code) -> all.add(new SubsidiarySuite(code, stored.get(id), settings.suite(code), true)));
        TreeSet<String> unknown = new TreeSet<>(settings.named().keySet());
        unknown.removeAll(codes.values());
        unknown.forEach(code -> all.add(new SubsidiarySuite(code, null, settings.suite(code), false)));
        all.sort(Comparator.comparing(SubsidiarySuite::subsidiary));
        return all;
    }

    /**
     * Reads the codes of the subsidiaries.
     *
     * @param connection a connection to the main database, which stays open
     * @return codes by id
     * @throws SQLException where they cannot be read
     */
    public static Map<UUID, String> codes(Connection connection) throws SQLException {
        Map<UUID, String> codes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, code FROM subsidiary")) {
            while (rows.next()) {
                codes.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return codes;
    }
}
