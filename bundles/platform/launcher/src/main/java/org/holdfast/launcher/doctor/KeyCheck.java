package org.holdfast.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.RootToken;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.TokenAccess;
import org.holdfast.launcher.keys.TokenRoots;

/** Whether root key file and passphrase, or token and PIN, are there, fit each other, and belong to their owner alone. */
final class KeyCheck implements Check {
    private static final String CHECK = "keys";

    private final Clock clock;

    KeyCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        TokenAccess token = new TokenAccess(configuration);
        List<Finding> findings = new ArrayList<>();
        if (token.named() || token.wanted()) {
            findings.add(token(configuration, token));
        }
        if (!token.wanted() || Files.exists(RootKey.file(configuration))) {
            findings.addAll(file(configuration));
        }
        return findings;
    }

    /** Gives the token the PIN once: whoever asks again and again with a wrong one gets it locked. */
    private Finding token(Configuration configuration, TokenAccess token) {
        RootToken place = token.token();
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, clock)) {
            Optional<KeyRing> ring = bundles.first(KeyRing.class);
            if (ring.isEmpty()) {
                return Finding.failed(CHECK, "sealed.noKeyRing");
            }
            return new TokenRoots(configuration)
                    .usable(ring.get())
                    .map(problem -> new Finding(CHECK, Finding.Status.FAILED, problem))
                    .orElse(Finding.ok(CHECK, "doctor.keys.token", place.library()));
        }
    }

    private List<Finding> file(Configuration configuration) {
        Path key = RootKey.file(configuration);
        Path passphrase = RootKey.passphraseFile(configuration);
        if (!Files.exists(key)) {
            boolean filled =
                    DatabaseAddress.main(configuration).isEmbedded() && Files.exists(DatabaseCheck.file(configuration));
            return List.of(
                    filled
                            ? Finding.failed(CHECK, "doctor.keys.absent", key)
                            : Finding.ok(CHECK, "doctor.keys.new", key));
        }
        List<Finding> findings = new ArrayList<>();
        rights(key).ifPresent(findings::add);
        if (!Files.exists(passphrase)) {
            findings.add(Finding.failed(CHECK, "sealed.passphraseAbsent", passphrase));
            return findings;
        }
        rights(passphrase).ifPresent(findings::add);
        findings.add(fit(configuration, key));
        if (passphrase.equals(key.resolveSibling(String.valueOf(passphrase.getFileName())))) {
            findings.add(Finding.warning(CHECK, "doctor.keys.together", key, passphrase));
        }
        return findings;
    }

    private Finding fit(Configuration configuration, Path key) {
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, clock)) {
            Optional<KeyRing> ring = bundles.first(KeyRing.class);
            if (ring.isEmpty()) {
                return Finding.failed(CHECK, "sealed.noKeyRing");
            }
            KeyRingState state = RootKey.open(configuration, ring.get());
            if (state.status() == KeyRingState.Status.OPEN) {
                boolean former = ring.get().roots().stream()
                        .flatMap(root -> ring.get().kindOf(root).stream())
                        .anyMatch(RootKind.PKCS12::equals);
                return former
                        ? Finding.warning(CHECK, "doctor.keys.former", key)
                        : Finding.ok(CHECK, "doctor.keys", key);
            }
            return Finding.failed(CHECK, "doctor.keys.unfit", key, RootKey.passphraseFile(configuration));
        }
    }

    private static Optional<Finding> rights(Path file) {
        try {
            if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
                return Optional.empty();
            }
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            return rights.endsWith("------")
                    ? Optional.empty()
                    : Optional.of(Finding.failed(CHECK, "doctor.keys.open", file, rights));
        } catch (IOException e) {
            return Optional.of(Finding.failed(CHECK, "doctor.keys.unreadable", file));
        }
    }
}
