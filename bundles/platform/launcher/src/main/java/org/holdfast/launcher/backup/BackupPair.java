package org.holdfast.launcher.backup;

import java.nio.file.Path;

/** How the two files of a backup are named: the same but for the kind. */
final class BackupPair {
    private BackupPair() {}

    /** Returns a file's name without what tells its kind. */
    static String base(Path file) {
        String name = file.toString();
        for (BackupKind kind : BackupKind.values()) {
            if (name.endsWith(kind.suffix())) {
                return name.substring(0, name.length() - kind.suffix().length());
            }
        }
        return name.endsWith(".zip") ? name.substring(0, name.length() - ".zip".length()) : name;
    }

    /** Returns the keys that were written with a file of data. */
    static Path keysOf(Path data) {
        return Path.of(base(data) + BackupKind.KEYS.suffix());
    }
}
