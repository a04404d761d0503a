package org.holdfast.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Objects;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditHistory;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.start.DataDirectory;

/**
 * Decides with which audit log a restored server goes on. An older log never takes the place of a newer one: the one that is
 * there goes on, unless it is absent or the backup's holds it whole and more. Nothing is deleted, only set aside.
 */
final class RestoredLog {
    private static final String SIGNING_KEY = "signing-key.sealed";

    private final Path present;
    private final Path packed;
    private final Path aside;
    private final Clock clock;

    /**
     * Names the logs.
     *
     * @param data the data directory
     * @param packed the log of the backup, unpacked; absent where the backup has none
     * @param aside where to what is replaced goes
     * @param clock the time
     */
    RestoredLog(Path data, Path packed, Path aside, Clock clock) {
        this.present = AuditFolder.of(data);
        this.packed = packed;
        this.aside = AuditFolder.of(aside);
        this.clock = clock;
    }

    /** Which log goes on. */
    enum Choice {
        /** The one that was there. */
        KEPT("restore.log.kept"),
        /** The backup's, because there was none or it goes on where that one ended. */
        TAKEN("restore.log.taken"),
        /** The backup's or a new one; the one that was there does not open and was set aside. */
        SET_ASIDE("restore.log.setAside");

        private final String textKey;

        Choice(String textKey) {
            this.textKey = textKey;
        }

        /** Returns the key of the sentence that says it. */
        String textKey() {
            return textKey;
        }
    }

    /** Puts the log that goes on into its place, with the signing key that the restored wrapped keys open. */
    Choice settle() throws IOException {
        Choice choice = choose();
        if (choice != Choice.KEPT) {
            setAside();
            if (opens(packed)) {
                DataDirectory.copyTree(packed, present);
            }
        } else if (Files.exists(packed)) {
            takeKeys();
        }
        return choice;
    }

    private Choice choose() throws IOException {
        if (AuditHistory.entries(present) == 0) {
            return Files.exists(packed) ? Choice.TAKEN : Choice.KEPT;
        }
        if (!opens(present)) {
            return Choice.SET_ASIDE;
        }
        return AuditHistory.goesOn(packed, present) && opens(packed) ? Choice.TAKEN : Choice.KEPT;
    }

    private boolean opens(Path log) {
        if (!Files.exists(log)) {
            return false;
        }
        try (AuditLog opened = AuditLog.open(log, "", clock)) {
            return opened.size() >= 0;
        } catch (AuditFailure e) {
            return false;
        }
    }

    private void setAside() throws IOException {
        if (Files.exists(present)) {
            DataDirectory.createPrivate(Objects.requireNonNull(aside.getParent()));
            Files.move(present, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The signing key is sealed under wrapped keys that are the backup's from now on; the public keys of both stay. */
    private void takeKeys() throws IOException {
        Path sealed = AuditFolder.keys(present).resolve(SIGNING_KEY);
        Path packedKeys = AuditFolder.keys(packed);
        boolean same = Files.exists(sealed)
                && Files.exists(packedKeys.resolve(SIGNING_KEY))
                && Files.mismatch(sealed, packedKeys.resolve(SIGNING_KEY)) < 0;
        if (Files.exists(sealed) && !same) {
            DataDirectory.createPrivate(Objects.requireNonNull(aside.getParent()));
            Files.createDirectories(AuditFolder.keys(aside));
            Files.move(sealed, AuditFolder.keys(aside).resolve(SIGNING_KEY), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(packedKeys)) {
            return;
        }
        Files.createDirectories(AuditFolder.keys(present));
        try (var keys = Files.newDirectoryStream(packedKeys)) {
            for (Path key : keys) {
                Files.copy(
                        key,
                        AuditFolder.keys(present).resolve(String.valueOf(key.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
