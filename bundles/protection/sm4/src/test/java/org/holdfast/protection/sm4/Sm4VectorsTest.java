package org.holdfast.protection.sm4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.holdfast.api.protection.SuiteKey;
import org.holdfast.api.protection.TamperedRecordException;
import org.junit.jupiter.api.Test;

class Sm4VectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    private final Sm4Suite suite = new Sm4Suite();

    /** GB/T 32907-2016, appendix A: the block is the key, enciphered once and a million times. */
    @Test
    void theBlockCipherIsThatOfTheNationalStandard() {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(KEY));
        byte[] block = KEY.clone();

        engine.processBlock(block, 0, block, 0);

        assertThat(HEX.formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
        for (int i = 1; i < 1_000_000; i++) {
            engine.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sealingIsThatOfTheStandardForTls() {
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        SuiteKey key = suite.key(KEY.clone());

        byte[] sealed = key.seal(nonce, associated, plain);

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(key.open(nonce, associated, sealed)).isEqualTo(plain);
    }

    /** GB/T 32905-2016, appendix A.1, and an HMAC as OpenSSL 3.0 computes it. */
    @Test
    void theKeyedHashIsHmacOverSm3() {
        SM3Digest digest = new SM3Digest();
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        digest.doFinal(hash, 0);
        byte[] key = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        byte[] keyed = suite.authenticate(key, "plain words".getBytes(StandardCharsets.US_ASCII));

        assertThat(HEX.formatHex(hash)).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(HEX.formatHex(keyed)).isEqualTo("95ec71738fca0f4a234aa2a5dde60011b578d85e52f7f2d67b89db691bfff091");
    }

    @Test
    void wycheproofVectorsOfOurSizesMatchAndForgedOnesAreRefused() throws IOException {
        int matched = 0;
        int refused = 0;
        for (JsonNode group : vectors("sm4_gcm_test.json").get("testGroups")) {
            if (group.get("ivSize").asInt() != 96 || group.get("tagSize").asInt() != 128) {
                continue;
            }
            for (JsonNode test : group.get("tests")) {
                if ("valid".equals(test.get("result").asText())) {
                    assertThat(opened(test)).as("tcId %s", test.get("tcId")).isEqualTo(hex(test, "msg"));
                    matched++;
                } else {
                    assertThatThrownBy(() -> opened(test))
                            .as("tcId %s", test.get("tcId"))
                            .isInstanceOf(TamperedRecordException.class);
                    refused++;
                }
            }
        }
        assertThat(matched).isEqualTo(38);
        assertThat(refused).isEqualTo(27);
    }

    @Test
    void wycheproofVectorsOfTheKeyedHashMatch() throws IOException {
        int matched = 0;
        for (JsonNode group : vectors("hmac_sm3_test.json").get("testGroups")) {
            for (JsonNode test : group.get("tests")) {
                byte[] keyed = suite.authenticate(hex(test, "key"), hex(test, "msg"));
                byte[] tag = hex(test, "tag");
                boolean same = Arrays.equals(Arrays.copyOf(keyed, tag.length), tag);
                assertThat(same)
                        .as("tcId %s", test.get("tcId"))
                        .isEqualTo("valid".equals(test.get("result").asText()));
                matched++;
            }
        }
        assertThat(matched).isEqualTo(174);
    }

    private byte[] opened(JsonNode test) {
        String sealed = test.get("ct").asText() + test.get("tag").asText();
        return suite.key(hex(test, "key")).open(hex(test, "iv"), hex(test, "aad"), HEX.parseHex(sealed));
    }

    private static byte[] hex(JsonNode test, String name) {
        return HEX.parseHex(test.get(name).asText());
    }

    private static JsonNode vectors(String name) throws IOException {
        String data = System.getenv("HOLDFAST_TEST_DATA");
        assumeTrue(data != null, "HOLDFAST_TEST_DATA is not set");
        File file = Path.of(data, "vectors", "wycheproof", name).toFile();
        assumeTrue(file.exists(), "the Wycheproof vectors are not there");
        return new ObjectMapper().readTree(file);
    }
}
