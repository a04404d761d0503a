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

    private static final int BITS = 1 << 16;

    private final BitSet beginnings = new BitSet(BITS);
    private final Map<Integer, List<Needle>> byBeginning = new HashMap<>();

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
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            add(number + " as double", bytes(order).putDouble(number).array());
            add(
                    number + " as hundredths",
                    bytes(order).putLong(Math.round(number * 100)).array());
        }
        return this;
    }

    private static ByteBuffer bytes(ByteOrder order) {
        return ByteBuffer.allocate(Long.BYTES).order(order);
    }

    private void add(String what, byte[] bytes) {
        if (bytes.length >= SHORTEST) {
            int beginning = beginning(bytes, 0);
            beginnings.set(beginning);
            byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(new Needle(what, bytes));
        }
    }

    int size() {
        return byBeginning.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the first needle that stands somewhere in the bytes. */
    Optional<String> in(byte[] hay) {
        for (int i = 0; i + SHORTEST <= hay.length; i++) {
            int beginning = beginning(hay, i);
            if (!beginnings.get(beginning)) {
                continue;
            }
            for (Needle needle : byBeginning.get(beginning)) {
                if (standsAt(needle.bytes(), hay, i)) {
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

    private static int beginning(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
