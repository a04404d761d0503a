package org.holdfast.protection.aes;

/** Looks at the outermost element of DER-encoded bytes (ITU-T X.690, section 8.1). */
final class Der {
    private static final int SEQUENCE = 0x30;

    private Der() {}

    /** Tells whether the bytes are one sequence, no byte less and no byte more. */
    static boolean isOneWholeSequence(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != SEQUENCE) {
            return false;
        }
        int first = bytes[1] & 0xff;
        if (first < 0x80) {
            return bytes.length == 2 + first;
        }
        int lengthBytes = first & 0x7f;
        if (lengthBytes == 0 || lengthBytes > 4 || bytes.length < 2 + lengthBytes) {
            return false;
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (bytes[2 + i] & 0xff);
        }
        return bytes.length == 2 + lengthBytes + length;
    }
}
