package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.launcher.start.StartFailure;

/**
 * Tells whether a bundle may be trusted, before the framework sees it: it is one that was shipped with the product (by
 * its SHA-256), or every entry is signed by a vendor and counter-signed by the group; and nobody has revoked it.
 */
final class BundleSignature {
    private final Set<String> shipped;
    private final TrustFiles files;

    BundleSignature(TrustFiles files) {
        this.shipped = digests(files.shipped());
        this.files = files;
    }

    private static Set<String> digests(Path file) {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\\s", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.shippedList");
        }
    }

    /**
     * Checks a bundle, with stores and lists as they are now.
     *
     * @param jar the bundle's file
     * @return what is to be thought of it
     * @throws IOException where the file cannot be read as a jar, or is not as a bundle must be
     * @throws StartFailure where it cannot be told what is revoked
     */
    Verdict check(Path jar) throws IOException {
        Revocations revocations = Revocations.read(files);
        String digest = sha256(jar);
        if (revocations.bundle(digest)) {
            return Verdict.revoked("bundleDistrust.revokedBundle");
        }
        if (shipped.contains(digest)) {
            return Verdict.SHIPPED;
        }
        try {
            return judge(SignedArchive.read(jar), revocations);
        } catch (SecurityException e) {
            return Verdict.distrusted("bundleDistrust.changed");
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Revocations.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Verdict judge(SignedArchive archive, Revocations revocations) {
        if (archive.signatures().stream().anyMatch(revocations::bundle)) {
            return Verdict.revoked("bundleDistrust.revokedBundle");
        }
        if (archive.anything().stream()
                .flatMap(signer -> Anchors.certificates(signer).stream())
                .anyMatch(revocations::certificate)) {
            return Verdict.revoked("bundleDistrust.revokedSigner");
        }
        if (!archive.complete() || archive.anything().isEmpty()) {
            return Verdict.distrusted("bundleDistrust.notSigned");
        }
        if (archive.everything().isEmpty()) {
            return Verdict.distrusted("bundleDistrust.noOneSigner");
        }
        Party vendor = party(files.vendors(), archive.everything());
        Party group = party(files.group(), archive.everything());
        if (vendor.isRevoked(revocations) || group.isRevoked(revocations)) {
            return Verdict.revoked("bundleDistrust.revokedSigner");
        }
        return judge(vendor, group);
    }

    private Verdict judge(Party vendor, Party group) {
        if (!vendor.readable() || !group.readable()) {
            return Verdict.distrusted(
                    "bundleDistrust.trustStoreUnreadable", vendor.readable() ? files.group() : files.vendors());
        }
        if (!vendor.exists()) {
            return Verdict.distrusted("bundleDistrust.noTrustStore");
        }
        if (vendor.paths().isEmpty()) {
            return Verdict.distrusted("bundleDistrust.unknownSigner");
        }
        if (!group.exists()) {
            return Verdict.distrusted("bundleDistrust.noGroupStore");
        }
        // One key in both stores is one signature, not two.
        boolean two = vendor.keys().stream()
                .anyMatch(signed -> group.keys().stream().anyMatch(counterSigned -> !counterSigned.equals(signed)));
        return two ? Verdict.TRUSTED : Verdict.distrusted("bundleDistrust.notCounterSigned");
    }

    private static Party party(Path store, Set<CodeSigner> signers) {
        try {
            Optional<Anchors> anchors = Anchors.read(store);
            return new Party(
                    true,
                    anchors.isPresent(),
                    anchors.map(found -> found.paths(signers)).orElse(List.of()));
        } catch (IOException | GeneralSecurityException e) {
            return new Party(false, true, List.of());
        }
    }

    /** Who of a jar's signers speaks for vendors, or for the group, by the paths of their certificates. */
    private record Party(boolean readable, boolean exists, List<List<X509Certificate>> paths) {

        boolean isRevoked(Revocations revocations) {
            return paths.stream().anyMatch(revocations::path);
        }

        List<PublicKey> keys() {
            return paths.stream().map(path -> path.get(0).getPublicKey()).toList();
        }
    }
}
