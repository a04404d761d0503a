package org.holdfast.launcher.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree as of RFC 6962, section 2.1: SHA-256, 0x00 before a leaf, 0x01 before two nodes. */
public final class MerkleHash {
    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(MerkleHash::digest);

    private MerkleHash() {}

    /**
     * Hashes an entry.
     *
     * @param entry its bytes as they are stored
     * @return 32 bytes
     */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = SHA_256.get();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /**
     * Hashes two neighbours.
     *
     * @param left hash of the left one
     * @param right hash of the right one
     * @return 32 bytes
     */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * Returns the root of a tree without entries.
     *
     * @return SHA-256 of nothing
     */
    static byte[] empty() {
        return SHA_256.get().digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
