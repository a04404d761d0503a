package org.holdfast.launcher.audit;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip of an evidence pack, as somebody else may have made it. Nothing is unpacked to a disk, a name that a pack does not
 * have is refused, and no file gives more bytes than it may have, whatever the archive says about itself.
 */
final class EvidenceArchive implements Closeable {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    static final String CHECKPOINT = "checkpoint.json";
    static final String ENTRIES = "entries.jsonl";
    static final String PROOFS = "proofs.jsonl";

    private static final long SMALL = 64L << 10;
    private static final long DOCUMENT = 16L << 20;
    private static final long LARGE = 256L << 20;
    private static final Map<String, Long> MOST = Map.of(
            MANIFEST,
            4L << 20,
            SIGNATURE,
            SMALL,
            CHECKPOINT,
            SMALL,
            ENTRIES,
            2 * EvidencePack.MOST_BYTES,
            PROOFS,
            LARGE);
    private static final Shape EVIDENCE = new Shape(MOST, Optional.empty(), 32);
    private static final Pattern KEY = Pattern.compile("keys/[0-9a-f]{16}\\.pub");

    private final ZipFile zip;
    private final Shape shape;
    private final List<String> keys = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();

    private EvidenceArchive(ZipFile zip, Shape shape) {
        this.zip = zip;
        this.shape = shape;
    }

    /**
     * Which files a kind of pack holds.
     *
     * @param most names of the files it must hold, with their most bytes
     * @param documents names of the others it may hold besides keys, at most 16 MB each
     * @param files most files of all
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a pack of entries holds no others
    record Shape(Map<String, Long> most, Optional<Pattern> documents, int files) {}

    /** Returns the name of a public key's file. */
    static String key(String id) {
        return "keys/" + id + ".pub";
    }

    /** Opens a pack of entries. */
    static EvidenceArchive open(Path file) throws IOException {
        return open(file, EVIDENCE);
    }

    /** Opens a pack of some shape. */
    static EvidenceArchive open(Path file, Shape shape) throws IOException {
        if (Files.size(file) > LARGE) {
            throw new EvidenceRefused("evidenceRefusal.tooLarge");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new EvidenceRefused("evidenceRefusal.damaged", e);
        }
        EvidenceArchive archive = new EvidenceArchive(zip, shape);
        try {
            archive.look();
            return archive;
        } catch (EvidenceRefused e) {
            zip.close();
            throw e;
        }
    }

    private void look() throws EvidenceRefused {
        Set<String> names = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            boolean key = KEY.matcher(name).matches();
            boolean document = shape.documents()
                    .filter(form -> form.matcher(name).matches())
                    .isPresent();
            boolean known = key || document || shape.most().containsKey(name);
            if (!names.add(name) || names.size() > shape.files() || !known) {
                throw new EvidenceRefused("evidenceRefusal.foreignFile");
            }
            if (key) {
                keys.add(name);
            }
            if (document) {
                documents.add(name);
            }
        }
        if (!names.containsAll(shape.most().keySet())) {
            throw new EvidenceRefused("evidenceRefusal.incomplete");
        }
    }

    /** Returns the names of the public keys' files. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Returns the names of the files that are of this pack alone. */
    List<String> documents() {
        return List.copyOf(documents);
    }

    /** Opens a file that is there. */
    InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new EvidenceRefused("evidenceRefusal.incomplete");
        }
        return new Limited(
                zip.getInputStream(entry),
                shape.most().getOrDefault(name, documents.contains(name) ? DOCUMENT : SMALL));
    }

    /** Reads a small file whole. */
    byte[] read(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Fails instead of giving more bytes than are allowed. */
    private static final class Limited extends FilterInputStream {
        private long left;

        private Limited(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            try {
                int value = super.read();
                spend(value < 0 ? 0 : 1);
                return value;
            } catch (ZipException | EOFException e) {
                throw new EvidenceRefused("evidenceRefusal.damaged", e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                spend(Math.max(count, 0));
                return count;
            } catch (ZipException | EOFException e) {
                throw new EvidenceRefused("evidenceRefusal.damaged", e);
            }
        }

        private void spend(int count) throws EvidenceRefused {
            left -= count;
            if (left < 0) {
                throw new EvidenceRefused("evidenceRefusal.tooLarge");
            }
        }
    }
}
