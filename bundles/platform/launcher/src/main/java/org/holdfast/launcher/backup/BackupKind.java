package org.holdfast.launcher.backup;

import java.util.Locale;

/** The two files of a backup: kept apart, and for different times. */
public enum BackupKind {
    /** The main database, settings of bundles and roles, uploads under way. All that is personal in it is sealed. */
    DATA,
    /** The wrapped keys, without which nobody reads the data; kept for seven days, because erasing destroys a key. */
    KEYS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String suffix() {
        return "." + code() + ".zip";
    }
}
