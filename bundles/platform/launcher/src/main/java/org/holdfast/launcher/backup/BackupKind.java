package org.holdfast.launcher.backup;

import java.util.Locale;

/** The two files of a backup: kept apart, and for different times. */
public enum BackupKind {
    /** The main database, settings of bundles and roles, uploads under way. All that is personal in it is sealed. */
    DATA("failure.backupKind.data"),
    /** The wrapped keys, without which nobody reads the data; kept for seven days, because erasing destroys a key. */
    KEYS("failure.backupKind.keys");

    private final String absentKey;

    BackupKind(String absentKey) {
        this.absentKey = absentKey;
    }

    /** Returns the key of the text that says that a file is not of this kind. */
    String absentKey() {
        return absentKey;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String suffix() {
        return "." + code() + ".zip";
    }
}
