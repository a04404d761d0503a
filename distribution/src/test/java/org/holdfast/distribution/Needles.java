package org.holdfast.distribution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must not be found, in every form in which somebody could find it. */
final class Needles {
    /** Shorter ones stand somewhere in any file of random bytes. */
    private static final int SHORTEST = 8;

    /** Smaller whole numbers are nearly all zeros, as much in any program is. */
    private static final long TELLING = 1 << 24;

    private static final int BITS = 24;

    /** Marks of the first eight bytes, of which few lie: most places are passed by with one look. */
    private final BitSet marks = new BitSet(1 << BITS);

    private final Map<Long, List<Needle>> byBeginning = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Needle(String what, byte[] bytes) {}

    /** Adds a text, as UTF-8 and in both orders of UTF-16. */
    Needles text(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            add(text + " in " + charset, text.getBytes(charset));
        }
        return this;
    }

    /** Adds a number, as text and as the bits of a double and of a long of hundredths, in both orders. */
    Needles number(double number) {
        text(String.valueOf(number));
        long hundredths = Math.round(number * 100);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            add(number + " as double", bytes(order).putDouble(number).array());
            if (hundredths >= TELLING) {
                add(number + " as hundredths", bytes(order).putLong(hundredths).array());
            }
        }
        return this;
    }

    private static ByteBuffer bytes(ByteOrder order) {
        return ByteBuffer.allocate(Long.BYTES).order(order);
    }

    private void add(String what, byte[] bytes) {
        if (bytes.length >= SHORTEST) {
            long beginning = ByteBuffer.wrap(bytes).getLong();
            marks.set(mark(beginning));
            byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(new Needle(what, bytes));
        }
    }

    int size() {
        return byBeginning.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the first needle that stands somewhere in the bytes. */
    Optional<String> in(byte[] hay) {
        long window = 0;
        for (int end = 0; end < hay.length; end++) {
            window = (window << Byte.SIZE) | (hay[end] & 0xFF);
            int begin = end + 1 - SHORTEST;
            if (begin < 0 || !marks.get(mark(window))) {
                continue;
            }
            for (Needle needle : byBeginning.getOrDefault(window, List.of())) {
                if (standsAt(needle.bytes(), hay, begin)) {
                    return Optional.of(needle.what());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean standsAt(byte[] needle, byte[] hay, int at) {
        if (at + needle.length > hay.length) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (hay[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }

    private static int mark(long beginning) {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the highest bits depend on all others.
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    }
}
