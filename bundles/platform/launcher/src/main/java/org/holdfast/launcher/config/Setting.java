package org.holdfast.launcher.config;

import java.util.HashMap;
import java.util.Map;

/** Every setting there is, with its default. {@code config/holdfast.properties} describes them for administrators. */
public enum Setting {
    /** Port of console and API. */
    HTTP_PORT("holdfast.http.port", "8080"),
    /** Address the server listens on. */
    HTTP_HOST("holdfast.http.host", "127.0.0.1"),
    /** JDBC address of the database; empty means embedded H2 in the data directory. */
    DATABASE_URL("holdfast.database.url", ""),
    /** User of the database. */
    DATABASE_USER("holdfast.database.user", ""),
    /** File whose first line is the password of the database. */
    DATABASE_PASSWORD_FILE("holdfast.database.password-file", ""),
    /** Folder in which the server keeps its data; empty means data/ beside bin/. */
    DATA_DIRECTORY("holdfast.data.dir", ""),
    /** Folder of the bundles; empty means bundles/ beside bin/. */
    BUNDLE_DIRECTORY("holdfast.bundles.dir", ""),
    /** Root key file; empty means keys/root.p12 in the data directory. */
    KEY_FILE("holdfast.keys.file", ""),
    /** File whose first line is the passphrase of the root key file; empty means keys/passphrase in the data directory. */
    KEY_PASSPHRASE_FILE("holdfast.keys.passphrase-file", ""),
    /** Key store with the certificates of those who may sign bundles; empty means config/trust.p12. */
    TRUST_STORE("holdfast.bundles.trust-store", ""),
    /** Reverse proxies whose word about the caller's address counts, as networks. */
    TRUSTED_PROXIES("holdfast.http.trusted-proxies", "127.0.0.0/8, ::1"),
    /** Roles that must have a second factor. */
    SECOND_FACTOR_ROLES("holdfast.sign-on.second-factor-roles", ""),
    /** After how many minutes without use a session ends. */
    SESSION_IDLE_MINUTES("holdfast.sign-on.idle-minutes", "30"),
    /** After how many hours a session ends, however busy. */
    SESSION_HOURS("holdfast.sign-on.session-hours", "8"),
    /** From where administrators may sign on beside the server's own machine; empty: from everywhere. */
    ADMINISTRATOR_NETWORKS("holdfast.sign-on.administrator-networks", "");

    private final String key;
    private final String standard;

    Setting(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    /**
     * Returns the key in the settings file.
     *
     * @return for example {@code holdfast.http.port}
     */
    public String key() {
        return key;
    }

    static Map<String, String> defaults() {
        Map<String, String> defaults = new HashMap<>();
        for (Setting setting : values()) {
            defaults.put(setting.key, setting.standard);
        }
        return defaults;
    }
}
