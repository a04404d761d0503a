package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.text.Message;

/** Checks a bundle's file outside a running server. */
public final class BundleVerification {
    private BundleVerification() {}

    /**
     * Checks whether a bundle is trusted.
     *
     * @param file the bundle's file
     * @param trust the files that say so
     * @return why it is not trusted, or empty where it is
     * @throws org.holdfast.launcher.start.StartFailure where it cannot be told what is revoked
     */
    public static Optional<Message> check(Path file, TrustFiles trust) {
        try {
            return new BundleSignature(trust).check(file).distrust();
        } catch (BundleFileRefused e) {
            return Optional.of(BundleFileRefused.reasonOf(e));
        } catch (IOException e) {
            return Optional.of(Message.of("bundleRefusal.noJar"));
        }
    }

    /**
     * Tells by what a bundle and its signers are known, in the words of the list of what is revoked.
     *
     * @param file the bundle's file
     * @return sentences; none where the file cannot be read as a jar, or was changed
     */
    public static List<Message> identities(Path file) {
        try {
            List<Message> said = new ArrayList<>();
            said.add(Message.of("bundle.digest", BundleSignature.sha256(file)));
            SignedArchive archive = SignedArchive.read(file);
            archive.signatures().stream().sorted().forEach(digest -> said.add(Message.of("bundle.signature", digest)));
            archive.everything().stream()
                    .map(signer -> Anchors.certificates(signer).get(0))
                    .sorted(Comparator.comparing(Revocations::fingerprint))
                    .forEach(certificate -> said.add(Message.of(
                            "bundle.signer",
                            certificate.getSubjectX500Principal().getName().replaceAll("\\p{Cntrl}", "?"),
                            Revocations.fingerprint(certificate))));
            return said;
        } catch (IOException | SecurityException e) {
            return List.of();
        }
    }
}
