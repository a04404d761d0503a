package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Who signed a jar. It is read to its end, within limits, as somebody who means harm may have made it.
 *
 * @param everything who signed all entries
 * @param anything who signed at least one entry
 * @param complete whether every entry is signed by somebody
 * @param signatures SHA-256 of each signature file: unlike the jar's own it stays the same when the jar is packed anew
 */
record SignedArchive(Set<CodeSigner> everything, Set<CodeSigner> anything, boolean complete, Set<String> signatures) {
    /** Largest file. */
    static final long MAX_BYTES = 200L << 20;

    /** Every entry is read twice. */
    private static final long MAX_UNPACKED = 2L << 30;

    private static final int MAX_ENTRIES = 10_000;
    private static final String META = "META-INF/";
    private static final String SIGNATURE = ".SF";

    /**
     * Reads a jar.
     *
     * @throws BundleFileRefused where it is larger than a bundle may be, packed or unpacked, or holds an entry twice
     * @throws SecurityException where an entry is not as it was signed
     * @throws IOException where it is no jar
     */
    static SignedArchive read(Path jar) throws IOException {
        if (Files.size(jar) > MAX_BYTES) {
            throw new BundleFileRefused("bundleRefusal.tooLarge");
        }
        try (JarFile file = new JarFile(jar.toFile(), true);
                ZipFile plain = new ZipFile(jar.toFile())) {
            return new Reading(file, plain).read();
        }
    }

    /** One reading of a jar. For one thread. */
    private static final class Reading {
        private final JarFile file;
        private final ZipFile plain;
        private final Set<String> names = new HashSet<>();
        private final Set<String> signatures = new HashSet<>();
        private final Set<CodeSigner> anything = new HashSet<>();
        private Optional<Set<CodeSigner>> everything = Optional.empty();
        private boolean complete = true;
        private long left = MAX_UNPACKED;

        Reading(JarFile file, ZipFile plain) {
            this.file = file;
            this.plain = plain;
        }

        SignedArchive read() throws IOException {
            for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (!names.add(entry.getName())) {
                    throw new BundleFileRefused("bundleRefusal.entryTwice");
                }
                if (names.size() > MAX_ENTRIES) {
                    throw new BundleFileRefused("bundleRefusal.tooManyEntries", MAX_ENTRIES);
                }
                String digest = readWhole(entry);
                if (isSignatureFile(entry.getName())) {
                    if (entry.getName().endsWith(SIGNATURE)) {
                        signatures.add(digest);
                    }
                } else if (isSignatureFile(entry.getName().toUpperCase(Locale.ROOT))) {
                    complete = false;
                } else if (!entry.isDirectory()) {
                    note(entry.getCodeSigners());
                }
            }
            return new SignedArchive(everything.orElse(Set.of()), anything, complete, signatures);
        }

        private void note(CodeSigner... signers) {
            Set<CodeSigner> own = signers == null ? Set.of() : Set.of(signers);
            complete &= !own.isEmpty();
            anything.addAll(own);
            Set<CodeSigner> common = everything.orElseGet(() -> new HashSet<>(own));
            common.retainAll(own);
            everything = Optional.of(common);
        }

        /**
         * The JDK checks an entry's signature only once the entry has been read to its end, and takes for its end what the
         * jar's directory says. Others read on, as the framework does: both have to see the same.
         */
        private String readWhole(JarEntry entry) throws IOException {
            String signed = digest(file.getInputStream(entry));
            String loaded = digest(plain.getInputStream(entry));
            if (!signed.equals(loaded)) {
                throw new SecurityException("An entry goes on after what is signed of it");
            }
            return loaded;
        }

        private String digest(InputStream content) throws IOException {
            MessageDigest digest = Revocations.sha256();
            try (InputStream unpacked = new LimitedInput(content, left);
                    DigestInputStream in = new DigestInputStream(unpacked, digest)) {
                left -= in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /**
     * What no signature covers, because it is one (JAR File Specification, "Signed JAR File"). The JDK also takes other cases of
     * letters for it, the framework does not: in another case it is taken for an entry that nobody signed.
     */
    private static boolean isSignatureFile(String name) {
        return name.startsWith(META)
                && name.indexOf('/', META.length()) < 0
                && (name.equals(JarFile.MANIFEST_NAME)
                        || name.endsWith(SIGNATURE)
                        || name.endsWith(".RSA")
                        || name.endsWith(".EC")
                        || name.endsWith(".DSA"));
    }
}
