package org.holdfast.core.platform.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects numbers and words in a compact form; {@link ByteSource} reads them again. For one thread. */
public final class ByteSink {
    private byte[] buffer;
    private int size;

    /**
     * Creates an empty one.
     *
     * @param expected how many bytes will probably come
     */
    public ByteSink(int expected) {
        buffer = new byte[Math.max(16, expected)];
    }

    /**
     * Adds one byte.
     *
     * @param value its eight low bits
     */
    public void single(int value) {
        room(1);
        buffer[size++] = (byte) value;
    }

    /**
     * Adds a number that is not negative, seven bits a byte.
     *
     * @param value the number
     */
    public void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /**
     * Adds a number of either sign; numbers near zero are short.
     *
     * @param value the number
     */
    public void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /**
     * Adds eight bytes, highest first.
     *
     * @param value the number
     */
    public void eight(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    /**
     * Adds bytes as they are.
     *
     * @param bytes the bytes
     */
    public void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /**
     * Adds a text with its length.
     *
     * @param text the text
     */
    public void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        unsigned(bytes.length);
        bytes(bytes);
    }

    /**
     * Returns what was collected.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
