package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.launcher.audit.AuditVerdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a log from its files alone. Every hash is computed again from the entries; nothing a checkpoint says is believed
 * before its signature and its root were checked. Entries and checkpoints are read side by side, so the length of the log
 * takes time and no memory, but for 40 bytes a checkpoint.
 */
public final class AuditVerifier {
    private static final String CHECKPOINTS = "checkpoints.jsonl";

    private final AuditFiles files;
    private final Map<String, PublicKey> keys;
    /** The tree of the entries, and the one the checkpoints vouch for, which is ahead of it. */
    private final MerkleFrontier tree = new MerkleFrontier();

    private final MerkleFrontier vouched = new MerkleFrontier();
    private final Deque<byte[]> expected = new ArrayDeque<>();
    private final Map<Long, Bytes> rootsAt = new HashMap<>();

    /**
     * Creates a verifier, for one use.
     *
     * @param folder the log
     * @param keys public keys that are trusted, by id
     */
    public AuditVerifier(Path folder, Map<String, PublicKey> keys) {
        this.files = new AuditFiles(folder);
        this.keys = Map.copyOf(keys);
    }

    /**
     * Verifies the log.
     *
     * @param witness a checkpoint line that was kept elsewhere, or null for none
     * @return what was found
     * @throws IOException where a file cannot be read
     */
    public AuditVerdict verify(byte @Nullable [] witness) throws IOException {
        try (AuditLines checkpoints = new AuditLines(files.checkpoints())) {
            AuditVerdict fault = entries(checkpoints);
            if (fault == null) {
                fault = rest(checkpoints);
            }
            if (fault != null) {
                return fault;
            }
        }
        if (witness != null && contradicts(AuditCheckpoint.parse(witness))) {
            return new AuditVerdict(Result.WITNESS_CONTRADICTED, tree.size(), -1, "");
        }
        if (vouched.size() == 0 && tree.size() > 0) {
            return new AuditVerdict(Result.UNSIGNED, tree.size(), -1, "");
        }
        return AuditVerdict.intact(tree.size());
    }

    private @Nullable AuditVerdict entries(AuditLines checkpoints) throws IOException {
        for (Path file : files.entries()) {
            if (AuditFiles.firstIndex(file) != tree.size()) {
                return new AuditVerdict(Result.REMOVED, tree.size(), tree.size(), name(file));
            }
            try (AuditLines lines = new AuditLines(file)) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    AuditVerdict fault = entry(line, name(file), checkpoints);
                    if (fault != null) {
                        return fault;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable AuditVerdict entry(byte[] line, String file, AuditLines checkpoints) throws IOException {
        if (expected.isEmpty() && !checkpoint(checkpoints)) {
            return forged();
        }
        byte[] leaf = MerkleHash.leaf(line);
        byte[] next = expected.poll();
        if (next == null ? !wellFormed(line) : !Arrays.equals(leaf, next)) {
            if (expected.isEmpty() && !checkpoint(checkpoints)) {
                return forged();
            }
            return new AuditVerdict(whatHappened(line, leaf), tree.size(), tree.size(), file);
        }
        tree.add(leaf);
        return null;
    }

    /** What the checkpoints vouch for and the files do not hold. */
    private @Nullable AuditVerdict rest(AuditLines checkpoints) throws IOException {
        long before = -1;
        while (expected.isEmpty() && vouched.size() != before) {
            before = vouched.size();
            if (!checkpoint(checkpoints)) {
                return forged();
            }
        }
        return expected.isEmpty() ? null : new AuditVerdict(Result.REMOVED, tree.size(), tree.size(), "");
    }

    private AuditVerdict forged() {
        return new AuditVerdict(Result.CHECKPOINT_FORGED, tree.size(), -1, CHECKPOINTS);
    }

    /** Takes the next checkpoint, if there is one, and returns whether all is well with it. */
    private boolean checkpoint(AuditLines checkpoints) throws IOException {
        byte[] line = checkpoints.next();
        return line == null || sound(line);
    }

    private boolean sound(byte[] line) {
        try {
            AuditCheckpoint checkpoint = AuditCheckpoint.parse(line);
            PublicKey key = keys.get(checkpoint.keyId());
            // Written again it has to be the same bytes: base64 and JSON leave room to say the same otherwise.
            if (key == null || !checkpoint.signedBy(key) || !Arrays.equals(line, checkpoint.line())) {
                return false;
            }
            for (byte[] leaf : checkpoint.leaves()) {
                vouched.add(leaf);
                expected.add(leaf);
            }
            Bytes root = Bytes.of(vouched.root());
            rootsAt.put(vouched.size(), root);
            return !checkpoint.leaves().isEmpty()
                    && vouched.size() == checkpoint.tree().size()
                    && root.equals(checkpoint.tree().root())
                    && same(vouched.roots(), checkpoint.frontier());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean same(List<byte[]> one, List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }

    private boolean wellFormed(byte[] line) {
        try {
            return AuditEntry.parse(line).index() == tree.size();
        } catch (IOException e) {
            return false;
        }
    }

    /** Names what was done to the entry that should stand here: is it gone, did another take its place, or was it changed. */
    private Result whatHappened(byte[] line, byte[] leaf) {
        byte[] next = expected.peek();
        if (next == null ? standsFurtherOn(line) : Arrays.equals(leaf, next)) {
            return Result.REMOVED;
        }
        return expected.stream().anyMatch(other -> Arrays.equals(leaf, other)) ? Result.REORDERED : Result.ALTERED;
    }

    /** Behind the last checkpoint only an entry's own number tells that one before it is gone. */
    private boolean standsFurtherOn(byte[] line) {
        try {
            return AuditEntry.parse(line).index() > tree.size();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean contradicts(AuditCheckpoint witness) {
        Bytes root = rootsAt.get(witness.tree().size());
        return root == null || !root.equals(witness.tree().root());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
