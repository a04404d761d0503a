package org.holdfast.protection.aes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written before there was a second cipher suite: a root key file, two keys, a record and a fingerprint. */
class FormerDataTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] ROOT_FILE =
            HEX.parseHex("4846524f4f54010100010000000000030000000199f3f015b1ff96a6de97dc9e11730a240f69623c4bf59149"
                    + "5329083121f5298360ceb791b24f8ee492b1164efc0c75a3006cb08a068ebbd779f19b37c817fb785782f95c"
                    + "4be9f71cccc6b58ec447fbfeb7d835a6cc71fba8636d31df");
    private static final WrappedKey SUBSIDIARY = new WrappedKey(
            "1154a34a91c2e3d49f225961bff6a313",
            "subsidiary-1",
            HEX.parseHex("010199f3f015b1ff96a6b57510d54de038ebf994feda86498abde2ff8ac27ab905d5e218ea9a9c6a20e72449"
                    + "13339ec2af8c3e52f3ccefe85bb70e026a77d39b1fd537170e2e"));
    private static final WrappedKey PERSON = new WrappedKey(
            "62ab53de59776dda940bd2820cac1a4e",
            "subject-1",
            HEX.parseHex("01011154a34a91c2e3d4ad67ed312cfbe1ede0f9d1b2db38e54c7f94ccf29f6865954262d0ad3d59b633e836"
                    + "ad0159eebdb9c2b7aa8cdea770d25ec834847e072091396ac321"));
    private static final byte[] RECORD = HEX.parseHex(
            "010162ab53de59776ddae1682fc2fca1edd4d1efbed23a680f81325b8182e82398127baaf7d0f087634ddc50" + "cee58a4e61");

    @Test
    void opensUnchangedAndIsFoundByTheSameFingerprint(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("root.p12"), ROOT_FILE);
        AesKeyRing ring = new AesKeyRing();

        Status status =
                ring.unlock(file, "correct horse battery staple".toCharArray()).status();

        assertThat(status).isEqualTo(Status.OPEN);
        RecordIdentity identity = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
        assertThat(ring.open(KeyPath.ofPerson(SUBSIDIARY, PERSON), identity, RECORD))
                .asString()
                .isEqualTo("plain words");
        assertThat(ring.blindIndex(SUBSIDIARY, "number", "4711")).isEqualTo("46d2ec4b151da010834bfd10");
        assertThat(SUBSIDIARY.suite()).isEqualTo(CipherSuite.STANDARD);
    }
}
