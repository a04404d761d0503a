package org.holdfast.launcher.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs over a Merkle tree (RFC 6962, sections 2.1.1 and 2.1.2): that an entry is in a tree, and that a later tree holds an
 * earlier one unchanged. Verifying recomputes every hash and accepts no proof with hashes too many.
 */
public final class MerkleProof {
    private MerkleProof() {}

    /**
     * Makes the proof that an entry is in a tree.
     *
     * @param index the entry, counted from 0
     * @param leaves leaf hashes of the whole tree
     * @return the hashes beside the way up, lowest first
     */
    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() <= 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = new ArrayList<>();
        if (index < split) {
            proof.addAll(inclusion(index, left));
            proof.add(root(right));
        } else {
            proof.addAll(inclusion(index - split, right));
            proof.add(root(left));
        }
        return proof;
    }

    private static byte[] root(List<byte[]> leaves) {
        MerkleFrontier frontier = new MerkleFrontier();
        leaves.forEach(frontier::add);
        return frontier.root();
    }

    /**
     * Verifies that an entry is in a tree.
     *
     * @param place which entry of which tree
     * @param leaf the entry's leaf hash
     * @param proof what {@link #inclusion} made
     * @param root the tree's root
     * @return whether it is
     */
    static boolean included(Place place, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (place.index() < 0
                || place.index() >= place.size()
                || wrongLength(proof)
                || wrongLength(List.of(leaf, root))) {
            return false;
        }
        long node = place.index();
        long last = place.size() - 1;
        byte[] hash = leaf;
        for (byte[] beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(beside, hash);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = MerkleHash.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * An entry of a tree.
     *
     * @param index counted from 0
     * @param size number of entries of the tree
     */
    record Place(long index, long size) {}

    /** The root of a tree of a size. */
    static final class Tree {
        private final long size;
        private final byte[] root;

        /**
         * Names a tree.
         *
         * @param size number of entries
         * @param root its root
         */
        Tree(long size, byte[] root) {
            this.size = size;
            this.root = root.clone();
        }

        long size() {
            return size;
        }

        byte[] root() {
            return root.clone();
        }
    }

    /**
     * Verifies that a later tree holds an earlier one unchanged.
     *
     * @param earlier the earlier tree
     * @param later the later tree
     * @param proof the hashes that connect them, lowest first
     * @return whether it does
     */
    static boolean consistent(Tree earlier, Tree later, List<byte[]> proof) {
        // Every tree holds an empty one: that is no proof of anything, and RFC 6962 has none for it.
        if (earlier.size() < 1 || earlier.size() > later.size() || wrongLength(proof)) {
            return false;
        }
        if (earlier.size() == later.size()) {
            return proof.isEmpty() && MessageDigest.isEqual(earlier.root(), later.root());
        }
        if (wrongLength(List.of(earlier.root(), later.root()))) {
            return false;
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(earlier.size()) == 1) {
            path.add(0, earlier.root());
        }
        return !path.isEmpty() && climbs(earlier, later, path);
    }

    private static boolean climbs(Tree earlier, Tree later, List<byte[]> path) {
        int complete = Long.numberOfTrailingZeros(earlier.size());
        long node = (earlier.size() - 1) >> complete;
        long last = (later.size() - 1) >> complete;
        byte[] before = path.get(0);
        byte[] after = path.get(0);
        for (byte[] beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = MerkleHash.node(beside, before);
                after = MerkleHash.node(beside, after);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                after = MerkleHash.node(after, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, earlier.root()) && MessageDigest.isEqual(after, later.root());
    }

    private static boolean wrongLength(List<byte[]> hashes) {
        return hashes.stream().anyMatch(hash -> hash.length != MerkleHash.LENGTH);
    }
}
