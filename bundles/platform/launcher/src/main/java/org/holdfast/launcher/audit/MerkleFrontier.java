package org.holdfast.launcher.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be kept of a growing Merkle tree to know its root: the roots of its complete subtrees, largest first. Holds at
 * most 63 hashes, however long the log. Not safe for use from many threads.
 */
final class MerkleFrontier {
    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    /** Starts with an empty tree. */
    MerkleFrontier() {}

    /**
     * Goes on from a tree that was written down.
     *
     * @param size its number of entries
     * @param roots the roots of its complete subtrees, as {@link #roots} told them
     */
    MerkleFrontier(long size, List<byte[]> roots) {
        if (Long.bitCount(size) != roots.size()) {
            throw new IllegalArgumentException("A tree of " + size + " entries has " + Long.bitCount(size)
                    + " complete subtrees, not " + roots.size());
        }
        this.size = size;
        roots.forEach(root -> this.roots.add(root.clone()));
    }

    /** Adds an entry by its leaf hash. */
    void add(byte[] leaf) {
        byte[] merged = leaf.clone();
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            merged = MerkleHash.node(roots.remove(roots.size() - 1), merged);
        }
        roots.add(merged);
        size++;
    }

    /** Returns the number of entries. */
    long size() {
        return size;
    }

    /** Returns the root of the tree as it is now. */
    byte[] root() {
        if (roots.isEmpty()) {
            return MerkleHash.empty();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(roots.get(i), root);
        }
        return root;
    }

    /** Returns the roots of the complete subtrees, largest first. */
    List<byte[]> roots() {
        return roots.stream().map(byte[]::clone).toList();
    }
}
