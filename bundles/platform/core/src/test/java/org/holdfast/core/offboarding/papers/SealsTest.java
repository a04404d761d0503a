package org.holdfast.core.offboarding.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator gives a subsidiary its seal: from a file, or made here and certified by the firm's authority. */
class SealsTest {
    private static final KeyPair KEY = FirmAuthority.pair("RSA", 2048);

    private final PaperRoom room = new PaperRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aKeyFromAFileShowsItsCertificateAndNeverItself() {
        Reply none = room.admin().call("GET", room.seal(), "");
        assertThat(none.text("version")).isEqualTo("0");

        Reply made = room.upload(file("2026-01-01", "2026-04-20"));

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.text("certificate.origin")).isEqualTo("uploaded");
        assertThat(made.text("certificate.issuer")).contains("Firm Root");
        assertThat(made.text("certificate.state")).isEqualTo("soon");
        assertThat(made.text("certificate.daysLeft")).isEqualTo("19");
        assertThat(made.body()).doesNotContain("PRIVATE", FirmAuthority.PASSWORD);
        assertThat(new SealReminders(room.seals).standing())
                .extracting(Notice::kind)
                .containsExactly(SealReminders.SOON);
        room.clock.set("2026-04-21T02:00:00Z");
        assertThat(new SealReminders(room.seals).standing())
                .extracting(Notice::kind)
                .containsExactly(SealReminders.OVER);
    }

    @Test
    void anEllipticCurveSignsToo() {
        KeyPair curve = FirmAuthority.pair("EC", 256);
        room.upload(FirmAuthority.file(curve, room.authority.seal(curve.getPublic(), "2026-01-01", "2027-01-01")));

        assertThat(room.issue("").status()).isEqualTo(200);
    }

    @Test
    void aKeyMadeHereIsCertifiedByTheFirmsAuthority() {
        Reply own = room.admin().call("POST", room.seal() + "/key", "{\"version\":0}");
        assertThat(own.text("certificate.origin")).as(own.body()).isEqualTo("selfSigned");
        assertThat(own.text("certificate.key")).isEqualTo("RSA 3072");
        String request = room.admin().call("GET", room.seal() + "/request", "").text("request");

        Reply certified = room.admin()
                .call(
                        "PUT",
                        room.seal() + "/certificate",
                        "{\"version\":1,\"certificates\":\"" + room.authority.answer(request) + "\"}");

        assertThat(certified.text("certificate.origin")).as(certified.body()).isEqualTo("certified");
        assertThat(certified.text("certificate.issuer")).contains("Firm Root");
        assertThat(room.issue("").status()).isEqualTo(200);
        String foreign = FirmAuthority.pem(room.authority.seal(KEY.getPublic(), "2026-01-01", "2027-01-01"));
        assertThat(room.admin()
                        .call(
                                "PUT",
                                room.seal() + "/certificate",
                                "{\"version\":2,\"certificates\":\"" + foreign + "\"}")
                        .body())
                .contains("otherKey");
    }

    @Test
    void whatAVerifierWouldRefuseIsRefusedHere() {
        assertThat(room.upload(file("2026-01-01", "2027-01-01"), "falsch").body())
                .contains("\"password\"", "\"wrong\"");
        assertThat(room.upload(file("2024-01-01", "2025-01-01")).body()).contains("\"over\"");
        KeyPair weak = FirmAuthority.pair("RSA", 1024);
        assertThat(room.upload(FirmAuthority.file(
                                weak, room.authority.seal(weak.getPublic(), "2026-01-01", "2027-01-01")))
                        .body())
                .contains("\"weakKey\"");
        X500Name name = new X500Name("CN=S1");
        assertThat(room.upload(FirmAuthority.file(
                                KEY,
                                room.authority.issue(
                                        name,
                                        KEY.getPublic(),
                                        new KeyUsage(KeyUsage.keyAgreement),
                                        "2026-01-01",
                                        "2027-01-01")))
                        .body())
                .contains("\"keyUsage\"");
        assertThat(room.upload("not a key".getBytes(StandardCharsets.UTF_8)).body())
                .contains("\"form\"");
        assertThat(room.upload(new byte[70_000]).body()).contains("\"tooLarge\"");
        assertThat(room.seals.view(room.firm).version()).isZero();
    }

    @Test
    void aFileThatIsCutOrBrokenAnywhereIsRefusedAndNothingElse() {
        byte[] whole = file("2026-01-01", "2027-01-01");
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 40)) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x55;
            Reply cut = room.upload(Arrays.copyOf(whole, at));
            assertThat(cut.status()).as("cut at %d", at).isEqualTo(400);
            assertThat(room.upload(broken).status()).as("broken at %d", at).isIn(200, 400);
        }
    }

    @Test
    void ofTwoWhoChangeItOneIsToldSo_AndOnlyForTheirFirm() {
        assertThat(room.admin()
                        .call("POST", room.seal() + "/key", "{\"version\":0}")
                        .status())
                .isEqualTo(200);
        assertThat(room.admin()
                        .call("POST", room.seal() + "/key", "{\"version\":0}")
                        .text("type"))
                .isEqualTo("/problems/seal-changed");
        assertThat(room.admin().call("POST", room.seal() + "/key", "{}").status())
                .isEqualTo(400);
        assertThat(room.elsewhere().call("GET", room.seal(), "").status()).isEqualTo(404);
    }

    @Test
    void theKeyIsSealedInTheDatabase() {
        room.sealed();

        byte[] kept = room.database.call(connection -> {
            try (var read = connection.prepareStatement("select content from paper_seal");
                    var row = read.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("RSA", "uploaded", "chain");
    }

    private byte[] file(String from, String until) {
        return FirmAuthority.file(KEY, room.authority.seal(KEY.getPublic(), from, until), room.authority.root());
    }
}
