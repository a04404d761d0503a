package org.holdfast.core.platform.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.text.Message;

/**
 * Says whether the server can do its work: the database answers, its disk has room and the key ring is open.
 *
 * <p>A bundle that is not active is told but does not make the server unready: the others go on.
 */
public final class Readiness {
    private static final int DATABASE_SECONDS = 3;

    private final DataSource database;
    private final FreeSpace disk;
    private final Supplier<CapabilityRegistry> registry;
    private final SealState seal;
    private final Supplier<Optional<Message>> certificate;

    /**
     * Creates the check.
     *
     * @param database the server's database
     * @param disk the disk on which everything is kept
     * @param registry the bundles, asked at each call
     * @param seal says whether the key ring is open
     * @param certificate says what is not as it should be with the certificate of HTTPS
     */
    public Readiness(
            DataSource database,
            FreeSpace disk,
            Supplier<CapabilityRegistry> registry,
            SealState seal,
            Supplier<Optional<Message>> certificate) {
        this.database = database;
        this.disk = disk;
        this.registry = registry;
        this.seal = seal;
        this.certificate = certificate;
    }

    /**
     * Looks at everything the server needs.
     *
     * @return the state
     */
    public Health check() {
        List<Check> checks = new ArrayList<>(List.of(database(), disk(), keyRing()));
        boolean ready = checks.stream().allMatch(check -> check.status().equals(Check.UP));
        long resting = registry.get().bundles().stream()
                .filter(bundle -> bundle.state() != BundleReport.State.ACTIVE)
                .count();
        checks.add(resting == 0 ? Check.up("bundles") : Check.of("bundles", Check.UP, "bundlesResting", resting));
        // The sentence says which file and what to do; the settings are not for everybody's eyes, and this page is.
        certificate.get().ifPresent(any -> checks.add(Check.of("certificate", Check.UP, "certificate")));
        return new Health(ready ? Check.UP : Check.DOWN, checks);
    }

    private Check database() {
        try (Connection connection = database.getConnection()) {
            boolean valid = connection.isValid(DATABASE_SECONDS);
            return valid ? Check.up("database") : Check.of("database", Check.DOWN, "databaseSilent");
        } catch (SQLException e) {
            return Check.of("database", Check.DOWN, "databaseUnreachable", String.valueOf(e.getSQLState()));
        }
    }

    private Check disk() {
        try {
            boolean room = disk.bytes() >= DataDirectory.LEAST_FREE_BYTES;
            return room ? Check.up("disk") : Check.of("disk", Check.DOWN, "diskFull");
        } catch (IOException e) {
            return Check.of("disk", Check.DOWN, "diskFull");
        }
    }

    private Check keyRing() {
        return seal.seal()
                .map(why -> Check.of(
                        "keyRing", Check.DOWN, code(why.reason()), why.names().toArray()))
                .orElseGet(() -> Check.up("keyRing"));
    }

    private static String code(SealState.Reason reason) {
        return switch (reason) {
            case NO_BUNDLE -> "keyRingMissing";
            case NO_SUITE -> "keyRingSuite";
            case NO_KEY -> "keyRingAbsent";
            case LOCKED -> "keyRingLocked";
            case DAMAGED -> "keyRingDamaged";
        };
    }

    /** Room on a disk. */
    @FunctionalInterface
    public interface FreeSpace {

        /**
         * Returns how much can still be written.
         *
         * @return bytes, not negative
         * @throws IOException where the disk does not answer
         */
        long bytes() throws IOException;

        /**
         * Returns the room on a folder's disk.
         *
         * @param folder the folder
         * @return its disk, asked at each call
         */
        static FreeSpace of(Path folder) {
            return () -> Files.getFileStore(folder).getUsableSpace();
        }
    }

    /**
     * The state of the server.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param checks what was looked at
     */
    public record Health(String status, List<Check> checks) {}

    /**
     * The state of one thing the server needs.
     *
     * @param name the thing
     * @param status {@code UP} or {@code DOWN}
     * @param reason why it is not as it should be, empty where it is
     */
    public record Check(String name, String status, Optional<Message> reason) {
        static final String UP = "UP";
        static final String DOWN = "DOWN";
        /** What every key of a reason begins with; the rest is its code for programs. */
        static final String KEYS = "health.";

        private static Check up(String name) {
            return new Check(name, UP, Optional.empty());
        }

        private static Check of(String name, String status, String code, Object... arguments) {
            return new Check(name, status, Optional.of(Message.of(KEYS + code, arguments)));
        }
    }
}
