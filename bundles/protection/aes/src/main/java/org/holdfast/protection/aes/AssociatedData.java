package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.holdfast.api.protection.RecordIdentity;

/**
 * What a seal is bound to, as bytes: a kind, the suite, then each word behind its length, so that no two identities
 * give the same bytes.
 */
final class AssociatedData {
    private static final byte RECORD = 1;
    private static final byte KEY = 2;

    private AssociatedData() {}

    static byte[] ofRecord(RecordIdentity identity) {
        byte[] encoded = encode(RECORD, 4, identity.table(), identity.column(), identity.rowId(), identity.subjectId());
        ByteBuffer.wrap(encoded).putInt(encoded.length - 4, identity.schemaVersion());
        return encoded;
    }

    static byte[] ofKey(KeyLevel level, String keyId, String ownerId) {
        return encode(KEY, 0, level.word(), keyId, ownerId);
    }

    /** Encodes the words and leaves room for some more bytes. */
    static byte[] encode(byte kind, int more, String... words) {
        byte[][] parts = new byte[words.length][];
        int length = 2 + more;
        for (int i = 0; i < words.length; i++) {
            parts[i] = words[i].getBytes(StandardCharsets.UTF_8);
            length += 4 + parts[i].length;
        }
        ByteBuffer encoded = ByteBuffer.allocate(length).put(kind).put(FieldSealer.SUITE);
        for (byte[] part : parts) {
            encoded.putInt(part.length).put(part);
        }
        return encoded.array();
    }
}
