package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;

/**
 * Tells whether a bundle may be trusted, before the framework sees it: it is one that was shipped with the product (by
 * its SHA-256), or every entry is signed by somebody in the group's trust store.
 */
final class BundleSignature {
    private static final int MAX_ENTRIES = 10_000;

    private final Set<String> shipped;
    private final Optional<Path> trustStore;

    BundleSignature(Path shippedDigests, Path trustStore) {
        this.shipped = digests(shippedDigests);
        this.trustStore = Files.exists(trustStore) ? Optional.of(trustStore) : Optional.empty();
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
     * Checks a bundle.
     *
     * @param jar the bundle's file
     * @return why it is not trusted, or empty where it is
     * @throws IOException where the file cannot be read as a jar
     */
    Optional<Message> check(Path jar) throws IOException {
        try {
            if (shipped.contains(sha256(jar))) {
                return Optional.empty();
            }
            return checkSigners(jar);
        } catch (SecurityException e) {
            return Optional.of(Message.of("bundleDistrust.changed"));
        } catch (GeneralSecurityException e) {
            return Optional.of(Message.of("bundleDistrust.unknownSigner"));
        }
    }

    static String sha256(Path file) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Optional<Message> checkSigners(Path jar) throws IOException, GeneralSecurityException {
        Set<CodeSigner> signers = new HashSet<>();
        boolean first = true;
        int entries = 0;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (++entries > MAX_ENTRIES) {
                    return Optional.of(Message.of("bundleDistrust.tooManyEntries", MAX_ENTRIES));
                }
                if (entry.isDirectory() || isSignatureFile(entry.getName())) {
                    continue;
                }
                readWhole(file, entry);
                Set<CodeSigner> own = entry.getCodeSigners() == null ? Set.of() : Set.of(entry.getCodeSigners());
                if (own.isEmpty()) {
                    return Optional.of(Message.of("bundleDistrust.notSigned"));
                }
                if (first) {
                    signers.addAll(own);
                    first = false;
                } else {
                    signers.retainAll(own);
                }
            }
        }
        return signers.isEmpty() ? Optional.of(Message.of("bundleDistrust.noOneSigner")) : trusted(signers);
    }

    /** The JDK checks an entry's signature only once the entry has been read to its end. */
    private static void readWhole(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static boolean isSignatureFile(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && (upper.equals("META-INF/MANIFEST.MF")
                        || upper.endsWith(".SF")
                        || upper.endsWith(".RSA")
                        || upper.endsWith(".EC")
                        || upper.endsWith(".DSA"));
    }

    private Optional<Message> trusted(Set<CodeSigner> signers) throws IOException, GeneralSecurityException {
        if (trustStore.isEmpty()) {
            return Optional.of(Message.of("bundleDistrust.noTrustStore"));
        }
        KeyStore store;
        try {
            store = TrustStore.read(trustStore.get());
        } catch (IOException e) {
            return Optional.of(Message.of("bundleDistrust.trustStoreUnreadable"));
        }
        PKIXParameters parameters = new PKIXParameters(store);
        parameters.setRevocationEnabled(false);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        for (CodeSigner signer : signers) {
            validator.validate(signer.getSignerCertPath(), parameters);
        }
        return Optional.empty();
    }
}
