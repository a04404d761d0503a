package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.api.protection.RecordIdentity;

/**
 * What a seal is bound to, as bytes: a kind, the suite, then each word behind its length, so that no two identities
 * give the same bytes.
 */
final class AssociatedData {
    private static final byte RECORD = 1;
    private static final byte KEY = 2;
    private static final byte DERIVATION = 3;

    private AssociatedData() {}

    static byte[] ofRecord(byte suite, RecordIdentity identity) {
        byte[] encoded =
                encode(RECORD, suite, 4, identity.table(), identity.column(), identity.rowId(), identity.subjectId());
        ByteBuffer.wrap(encoded).putInt(encoded.length - 4, identity.schemaVersion());
        return encoded;
    }

    /** Takes the suite that wraps the key; the words tell the key, and its own suite where that is not the standard one. */
    static byte[] ofKey(byte suite, List<String> words) {
        return encode(KEY, suite, 0, words.toArray(String[]::new));
    }

    static byte[] ofDerivation(byte suite, String purpose, String detail) {
        return encode(DERIVATION, suite, 0, "holdfast", purpose, detail);
    }

    /** Encodes the words and leaves room for some more bytes. */
    private static byte[] encode(byte kind, byte suite, int more, String... words) {
        byte[][] parts = new byte[words.length][];
        int length = 2 + more;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = words[i].getBytes(StandardCharsets.UTF_8);
            length += 4 + parts[i].length;
        }
        ByteBuffer encoded = ByteBuffer.allocate(length).put(kind).put(suite);
        for (byte[] part : parts) {
            encoded.putInt(part.length).put(part);
        }
        return encoded.array();
    }
}
