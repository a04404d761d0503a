package org.holdfast.launcher.backup;

import java.nio.file.Path;

/**
 * The two files of a backup, which are named the same but for the kind.
 *
 * @param data the data
 * @param keys the wrapped keys
 */
public record BackupPair(Path data, Path keys) {

    /** Returns the files that share a name. */
    static BackupPair of(String base) {
        return new BackupPair(Path.of(base + BackupKind.DATA.suffix()), Path.of(base + BackupKind.KEYS.suffix()));
    }

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

    Path file(BackupKind kind) {
        return kind == BackupKind.DATA ? data : keys;
    }
}
