package org.holdfast.core.risk.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/** The settings of each subsidiary with all their versions. Not personal, so not sealed. Safe for many threads. */
public final class SettingsTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Clock clock;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param clock the time
     */
    public SettingsTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns the settings in force.
     *
     * @param subsidiaryId the subsidiary
     * @return the latest version, or what ships
     */
    public RiskSettings current(UUID subsidiaryId) {
        return database.call(connection -> {
            String sql = "select settings from risk_settings where subsidiary_id = ? order by version desc";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setMaxRows(1);
                statement.setObject(1, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? read(row.getString(1)) : RiskSettings.STANDARD;
                }
            }
        });
    }

    /**
     * Returns the settings of a version.
     *
     * @param subsidiaryId the subsidiary
     * @param version the version; 0 for what ships
     * @return the settings, or empty where there was no such version
     */
    public Optional<RiskSettings> version(UUID subsidiaryId, int version) {
        if (version == 0) {
            return Optional.of(RiskSettings.STANDARD);
        }
        return versions(subsidiaryId).stream()
                .map(Version::settings)
                .filter(settings -> settings.version() == version)
                .findFirst();
    }

    /**
     * Returns all versions that were ever put in force.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first; what ships is not among them
     */
    public List<Version> versions(UUID subsidiaryId) {
        return database.call(connection -> {
            String sql = "select settings, changed_at from risk_settings where subsidiary_id = ? order by version desc";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    List<Version> versions = new ArrayList<>();
                    while (row.next()) {
                        OffsetDateTime changed = row.getObject(2, OffsetDateTime.class);
                        versions.add(new Version(read(row.getString(1)), changed.toInstant()));
                    }
                    return versions;
                }
            }
        });
    }

    /**
     * Settings and since when they were in force.
     *
     * @param settings the settings
     * @param changedAt when they were put in force
     */
    public record Version(RiskSettings settings, Instant changedAt) {}

    /**
     * Puts settings in force as a new version.
     *
     * @param subsidiaryId the subsidiary
     * @param settings the settings; their version is ignored
     * @return the settings with their version
     */
    public RiskSettings put(UUID subsidiaryId, RiskSettings settings) {
        return database.call(connection -> {
            RiskSettings next = settings.withVersion(current(subsidiaryId).version() + 1);
            String sql = "insert into risk_settings (subsidiary_id, version, changed_at, settings) values (?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subsidiaryId);
                statement.setInt(2, next.version());
                statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setString(4, write(next));
                statement.executeUpdate();
            }
            return next;
        });
    }

    private static RiskSettings read(String json) {
        try {
            return JSON.readValue(json, RiskSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored risk settings cannot be read", e);
        }
    }

    private static String write(RiskSettings settings) {
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Risk settings cannot be written", e);
        }
    }
}
