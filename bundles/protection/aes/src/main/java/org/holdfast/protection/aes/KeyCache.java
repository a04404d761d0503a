package org.holdfast.protection.aes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys used of late, up to a number. Safe for use from many threads: it is cut into segments with a lock each.
 *
 * <p>A segment keeps two generations. A key that is used moves to the young one; when that has half of the number, the old
 * one is dropped and the young one becomes the old. Finding a key again so writes nothing, where a list in the order of use
 * would touch the neighbours of each key it moves, and they lie anywhere in memory.
 */
final class KeyCache {
    private static final int SEGMENTS = 32;

    private final Segment[] segments = new Segment[SEGMENTS];

    KeyCache(int mostKeys) {
        int each = Math.max(1, (mostKeys + 2 * SEGMENTS - 1) / (2 * SEGMENTS));
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment(each);
        }
    }

    @Nullable
    UnwrappedKey get(String id) {
        return segmentOf(id).get(id);
    }

    void put(UnwrappedKey key) {
        segmentOf(key.id()).put(key);
    }

    void remove(String id) {
        segmentOf(id).remove(id);
    }

    int size() {
        int size = 0;
        for (Segment segment : segments) {
            size += segment.size();
        }
        return size;
    }

    private Segment segmentOf(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return segments[hash >>> 27];
    }

    /** A part of the keys. No key is in both generations. */
    private static final class Segment {
        private final int mostYoung;
        private Map<String, UnwrappedKey> young = new HashMap<>();
        private Map<String, UnwrappedKey> old = new HashMap<>();

        Segment(int mostYoung) {
            this.mostYoung = mostYoung;
        }

        synchronized @Nullable UnwrappedKey get(String id) {
            UnwrappedKey key = young.get(id);
            if (key != null) {
                return key;
            }
            UnwrappedKey aged = old.remove(id);
            if (aged != null) {
                put(aged);
            }
            return aged;
        }

        synchronized void put(UnwrappedKey key) {
            old.remove(key.id());
            if (young.size() >= mostYoung && !young.containsKey(key.id())) {
                old = young;
                young = new HashMap<>();
            }
            young.put(key.id(), key);
        }

        synchronized void remove(String id) {
            young.remove(id);
            old.remove(id);
        }

        synchronized int size() {
            return young.size() + old.size();
        }
    }
}
