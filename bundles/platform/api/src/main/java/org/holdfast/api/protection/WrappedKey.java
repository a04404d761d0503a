package org.holdfast.api.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A key, wrapped by the key above it. Useless without that one.
 *
 * <p>The key of a subsidiary whose cipher suite is another than {@link CipherSuite#STANDARD} names it before what the key
 * above has made: {@code 0x02 | length of the name(1) | name in ASCII}. Whoever reads the name has not proved it: the key
 * opens only under the right one.
 *
 * @param id random identity of the key, 32 hexadecimal digits, under which it is cached
 * @param ownerId the subsidiary or person it belongs to
 * @param bytes the wrapped key; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record WrappedKey(String id, String ownerId, byte[] bytes) {
    private static final byte NAMED = 2;
    private static final int HEAD = 2;
    private static final int LONGEST_NAME = 32;
    private static final Pattern NAME = Pattern.compile("[A-Z0-9-]+");

    /** Checks that everything is there. */
    public WrappedKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(bytes, "bytes");
    }

    /**
     * Makes the key of a subsidiary.
     *
     * @param id identity of the key
     * @param ownerId the subsidiary
     * @param suite name of the cipher suite
     * @param wrapped what the key above has made of it
     * @return the key, which names its suite where that is not the standard one
     */
    public static WrappedKey ofSuite(String id, String ownerId, String suite, byte[] wrapped) {
        if (suite.equals(CipherSuite.STANDARD)) {
            return new WrappedKey(id, ownerId, wrapped);
        }
        if (!isName(suite)) {
            throw new IllegalArgumentException(
                    "The name of a cipher suite is 1 to 32 capital letters, digits, hyphens");
        }
        byte[] name = suite.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(HEAD + name.length + wrapped.length)
                .put(NAMED)
                .put((byte) name.length)
                .put(name)
                .put(wrapped)
                .array();
        return new WrappedKey(id, ownerId, bytes);
    }

    /**
     * Tells by which cipher suite everything below this key of a subsidiary is sealed and wrapped.
     *
     * @return name of the suite; for a key of a person it says nothing
     */
    public String suite() {
        int length = nameLength();
        return length == 0 ? CipherSuite.STANDARD : new String(bytes, HEAD, length, StandardCharsets.US_ASCII);
    }

    /**
     * Returns what the key above has made, without the name of the suite.
     *
     * @return the bytes; shared where no suite is named
     */
    public byte[] wrapped() {
        int length = nameLength();
        return length == 0 ? bytes : Arrays.copyOfRange(bytes, HEAD + length, bytes.length);
    }

    /** Returns how long the name of the suite is; 0 where none is named, or what stands there is none. */
    private int nameLength() {
        if (bytes.length <= HEAD || bytes[0] != NAMED || bytes[1] <= 0 || bytes[1] > bytes.length - HEAD) {
            return 0;
        }
        return isName(new String(bytes, HEAD, bytes[1], StandardCharsets.US_ASCII)) ? bytes[1] : 0;
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }
}
