package org.holdfast.launcher.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes inclusion proofs (RFC 6962, section 2.1.1) of some entries in one pass over the leaf hashes of a tree: memory grows
 * with the number of proofs, not with the tree. Not safe for use from many threads.
 */
final class InclusionProofs {
    private static final byte[] UNKNOWN = {};

    private final long size;
    /** The subtrees whose roots some proof needs. */
    private final Map<Span, byte[]> wanted = new HashMap<>();
    /** Roots of the complete subtrees so far, largest first. */
    private final List<byte[]> complete = new ArrayList<>();

    private byte[] root = MerkleHash.empty();
    private long added;

    /**
     * Begins.
     *
     * @param size number of entries of the tree
     * @param indices the entries to prove, each at least 0 and less than the size
     */
    InclusionProofs(long size, Collection<Long> indices) {
        this.size = size;
        indices.forEach(index -> beside(index).forEach(span -> wanted.put(span, UNKNOWN)));
    }

    /** The entries from one index up to another, which does not belong to them. */
    private record Span(long from, long to) {}

    /** The subtrees beside the way up from an entry, lowest first. */
    private List<Span> beside(long index) {
        List<Span> spans = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + Long.highestOneBit(to - from - 1);
            if (index < split) {
                spans.add(new Span(split, to));
                to = split;
            } else {
                spans.add(new Span(from, split));
                from = split;
            }
        }
        Collections.reverse(spans);
        return spans;
    }

    /** Takes the next leaf hash. */
    void add(byte[] leaf) {
        byte[] hash = leaf.clone();
        long from = added;
        keep(from, added + 1, hash);
        for (long rest = added; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleHash.node(complete.remove(complete.size() - 1), hash);
            from -= added + 1 - from;
            keep(from, added + 1, hash);
        }
        complete.add(hash);
        added++;
        if (added == size) {
            joinTheRest();
        }
    }

    /** At the right edge of the tree stand subtrees that are not complete: they are joined from those that are. */
    private void joinTheRest() {
        long from = size;
        long rest = size;
        for (int i = complete.size() - 1; i >= 0; i--) {
            byte[] subtree = complete.get(i);
            root = from == size ? subtree : MerkleHash.node(subtree, root);
            long length = Long.lowestOneBit(rest);
            rest -= length;
            from -= length;
            keep(from, size, root);
        }
    }

    private void keep(long from, long to, byte[] hash) {
        wanted.replace(new Span(from, to), hash);
    }

    /** Returns whether as many leaf hashes were taken as the tree has entries. */
    boolean isComplete() {
        return added == size;
    }

    /** Returns the tree's root, once all leaf hashes were taken. */
    byte[] root() {
        return root.clone();
    }

    /** Returns the proof of one of the entries, once all leaf hashes were taken. */
    List<byte[]> of(long index) {
        return beside(index).stream()
                .map(span -> wanted.getOrDefault(span, UNKNOWN))
                .map(byte[]::clone)
                .toList();
    }
}
