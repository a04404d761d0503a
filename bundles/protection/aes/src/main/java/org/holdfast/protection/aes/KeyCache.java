package org.holdfast.protection.aes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the most recently used keys, up to a number. Safe for use from many threads: it is cut into segments with a
 * lock each.
 */
final class KeyCache {
    private static final int SEGMENTS = 32;

    private final Segment[] segments = new Segment[SEGMENTS];

    KeyCache(int mostKeys) {
        int each = Math.max(1, (mostKeys + SEGMENTS - 1) / SEGMENTS);
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment(each);
        }
    }

    @Nullable
    UnwrappedKey get(String id) {
        Segment segment = segmentOf(id);
        synchronized (segment) {
            return segment.get(id);
        }
    }

    void put(UnwrappedKey key) {
        Segment segment = segmentOf(key.id());
        synchronized (segment) {
            segment.put(key.id(), key);
        }
    }

    void remove(String id) {
        Segment segment = segmentOf(id);
        synchronized (segment) {
            segment.remove(id);
        }
    }

    int size() {
        int size = 0;
        for (Segment segment : segments) {
            synchronized (segment) {
                size += segment.size();
            }
        }
        return size;
    }

    private Segment segmentOf(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return segments[hash >>> 27];
    }

    private static final class Segment extends LinkedHashMap<String, UnwrappedKey> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Segment(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UnwrappedKey> eldest) {
            return size() > most;
        }
    }
}
