package org.holdfast.protection.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyRingSealedException;
import org.junit.jupiter.api.Test;

class FieldSealerTest {
    private static final long KEY_ID = 0x0123456789abcdefL;

    private final FieldSealer sealer = new FieldSealer();
    private final Random random = new Random(7);

    @Test
    void wycheproofVectorsOfOurSizesMatchAndAllOthersAreRefused() throws IOException, AEADBadTagException {
        int matched = 0;
        int refused = 0;
        for (JsonNode group : vectors().get("testGroups")) {
            if (group.get("keySize").asInt() != 256) {
                continue;
            }
            boolean ourSizes =
                    group.get("ivSize").asInt() == 96 && group.get("tagSize").asInt() == 128;
            for (JsonNode test : group.get("tests")) {
                if (ourSizes && "valid".equals(test.get("result").asText())) {
                    assertThat(opened(test)).as("tcId %s", test.get("tcId")).isEqualTo(hex(test, "msg"));
                    matched++;
                } else {
                    assertThatThrownBy(() -> opened(test))
                            .as("tcId %s", test.get("tcId"))
                            .isInstanceOf(AEADBadTagException.class);
                    refused++;
                }
            }
        }
        assertThat(matched).isEqualTo(39);
        assertThat(refused).isEqualTo(66);
    }

    @Test
    void anotherLibraryOpensOurBytesAndWeItsBytes() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            byte[] secret = bytes(32);
            byte[] associated = bytes(random.nextInt(100));
            byte[] plain = bytes(random.nextInt(300));
            AesGcmJce tink = new AesGcmJce(secret);
            SealingKey key = key(secret);

            byte[] ours = sealer.seal(key, associated, plain);
            byte[] body = Arrays.copyOfRange(ours, FieldSealer.HEADER_BYTES, ours.length);
            assertThat(tink.decrypt(body, associated)).isEqualTo(plain);
            byte[] theirs = withHeader(tink.encrypt(plain, associated));
            assertThat(sealer.open(key, associated, theirs)).isEqualTo(plain);
        }
    }

    @Test
    void noNonceComesTwice() {
        SealingKey key = key(bytes(32));
        Set<ByteBuffer> nonces = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            byte[] sealed = sealer.seal(key, new byte[0], new byte[0]);
            nonces.add(ByteBuffer.wrap(sealed, FieldSealer.HEADER_BYTES, FieldSealer.NONCE_BYTES)
                    .slice());
        }

        assertThat(nonces).hasSize(100_000);
    }

    @Test
    void aKeySealsNoMoreThanItsLimit() {
        SealingKey key = new AesSealingKey(KEY_ID, new SecretKeySpec(bytes(32), "AES"), SealingKey.MOST_SEALS - 2);

        sealer.seal(key, new byte[0], new byte[1]);
        sealer.seal(key, new byte[0], new byte[1]);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> sealer.seal(key, new byte[0], new byte[1]))
                    .isInstanceOf(KeyRingSealedException.class)
                    .hasMessageContaining("2^32");
        }
    }

    private byte[] opened(JsonNode test) throws AEADBadTagException {
        byte[] iv = hex(test, "iv");
        byte[] text = hex(test, "ct");
        byte[] tag = hex(test, "tag");
        byte[] body = ByteBuffer.allocate(iv.length + text.length + tag.length)
                .put(iv)
                .put(text)
                .put(tag)
                .array();
        return sealer.open(key(hex(test, "key")), hex(test, "aad"), withHeader(body));
    }

    private static byte[] withHeader(byte[] body) {
        return ByteBuffer.allocate(FieldSealer.HEADER_BYTES + body.length)
                .put(FieldSealer.VERSION)
                .put(Suite.AES)
                .putLong(KEY_ID)
                .put(body)
                .array();
    }

    private static SealingKey key(byte[] secret) {
        return new AesSealingKey(KEY_ID, new SecretKeySpec(secret, "AES"));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hex(JsonNode test, String name) {
        return HexFormat.of().parseHex(test.get(name).asText());
    }

    private static JsonNode vectors() throws IOException {
        String data = System.getenv("HOLDFAST_TEST_DATA");
        assumeTrue(data != null, "HOLDFAST_TEST_DATA is not set");
        File file = Path.of(data, "vectors", "wycheproof", "aes_gcm_test.json").toFile();
        assumeTrue(file.exists(), "the Wycheproof vectors are not there");
        return new ObjectMapper().readTree(file);
    }
}
