package org.holdfast.core.platform.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} collected. For one thread. */
public final class ByteSource {
    private final byte[] bytes;
    private int position;

    /**
     * Reads from the beginning.
     *
     * @param bytes what a sink collected; shared, not copied
     */
    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns whether there is more.
     *
     * @return false at the end
     */
    public boolean more() {
        return position < bytes.length;
    }

    /**
     * Reads one byte.
     *
     * @return 0 to 255
     */
    public int single() {
        check(1);
        return bytes[position++] & 0xFF;
    }

    /**
     * Reads a number that is not negative.
     *
     * @return the number
     */
    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = single();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number has too many bytes: the record is damaged");
    }

    /**
     * Reads a number of either sign.
     *
     * @return the number
     */
    public long signed() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /**
     * Reads a number that counts or indexes something.
     *
     * @return the number
     */
    public int length() {
        long value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A length is out of range: the record is damaged");
        }
        return (int) value;
    }

    /**
     * Reads eight bytes, highest first.
     *
     * @return the number
     */
    public long eight() {
        check(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[position++] & 0xFF);
        }
        return value;
    }

    /**
     * Reads bytes as they are.
     *
     * @param length how many
     * @return a copy
     */
    public byte[] bytes(int length) {
        check(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /**
     * Reads a text with its length.
     *
     * @return the text
     */
    public String text() {
        int length = length();
        check(length);
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    private void check(int length) {
        if (length > bytes.length - position) {
            throw new IllegalArgumentException("The record ends too early: it is damaged");
        }
    }
}
