package org.holdfast.launcher.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.fixture.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real sockets: what a client gets to see while the certificate's files change. */
class CertificateRenewalTest {
    @TempDir
    Path folder;

    private TestAuthority authority;
    private TestAuthority.Issued first;
    private Path pem;
    private Path key;
    private Https https;
    private CertificateWatch watch;

    @BeforeEach
    void firstCertificate() throws IOException, GeneralSecurityException {
        authority = TestAuthority.make(folder.resolve("authority"));
        first = authority.issue("first", 90);
        pem = folder.resolve("server.pem");
        key = folder.resolve("server.key");
        put(first);
        offer(Optional.empty());
    }

    @Test
    void theNextHandshakeShowsTheNewCertificateAndOpenConnectionsLiveOn() throws Exception {
        try (EchoServer server = new EchoServer(false);
                EchoServer.Connection before = server.connect(authority.client())) {
            assertThat(before.shown()).isEqualTo(first.certificate());
            TestAuthority.Issued second = authority.issue("second", 90);
            put(second);
            seen();

            try (EchoServer.Connection after = server.connect(authority.client())) {
                assertThat(after.shown()).isEqualTo(second.certificate());
                assertThat(after.echoed("new")).isEqualTo("new");
            }
            assertThat(before.echoed("old")).isEqualTo("old");
            assertThat(https.trouble()).isEmpty();
        }
    }

    /** From RSA to elliptic curves and back: a client that speaks both gets what is there. */
    @Test
    void theNewCertificateMayHaveAKeyOfAnotherKind() throws Exception {
        TestAuthority.Issued rsa =
                authority.issue("rsa", List.of("-keyalg", "RSA", "-keysize", "2048", "-ext", "san=ip:127.0.0.1"));
        try (EchoServer server = new EchoServer(false)) {
            put(rsa);
            seen();

            try (EchoServer.Connection after = server.connect(authority.client())) {
                assertThat(after.shown()).isEqualTo(rsa.certificate());
            }
        }
    }

    @Test
    void aBrokenNewFileLeavesTheOldCertificateInUseAndIsTold() throws Exception {
        TestAuthority.Issued second = authority.issue("second", 90);
        try (EchoServer server = new EchoServer(false)) {
            Files.copy(second.pem(), pem, StandardCopyOption.REPLACE_EXISTING);
            seen();

            assertThat(https.trouble().orElseThrow().toString())
                    .contains(key.toString())
                    .contains("is not that of the certificate");
            try (EchoServer.Connection after = server.connect(authority.client())) {
                assertThat(after.shown()).isEqualTo(first.certificate());
            }

            Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
            seen();

            assertThat(https.trouble()).isEmpty();
            try (EchoServer.Connection after = server.connect(authority.client())) {
                assertThat(after.shown()).isEqualTo(second.certificate());
            }
        }
    }

    @Test
    void anExpiredNewCertificateIsNotTakenForOneThatIsValid() throws Exception {
        put(authority.issue("old", List.of("-keyalg", "EC", "-startdate", "-10d", "-validity", "2")));
        seen();

        assertThat(https.trouble().orElseThrow().toString()).contains("expired on");
        assertThat(https.identity().certificate()).isEqualTo(first.certificate());
    }

    /** Chain and key are two files: what is written one after the other is read together. */
    @Test
    void filesAreReadOnlyAfterTheyHaveStoodStillForALook() throws Exception {
        TestAuthority.Issued second = authority.issue("second", 90);
        Files.copy(second.pem(), pem, StandardCopyOption.REPLACE_EXISTING);
        watch.look();
        assertThat(https.trouble()).isEmpty();
        Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
        seen();

        assertThat(https.trouble()).isEmpty();
        assertThat(https.identity().certificate()).isEqualTo(second.certificate());
    }

    @Test
    void whoMustShowACertificateGetsInWithOneOfTheAuthorityOnly() throws Exception {
        offer(Optional.of(authority.certificates()));
        TestAuthority stranger = TestAuthority.make(folder.resolve("stranger"));
        try (EchoServer server = new EchoServer(true)) {
            try (EchoServer.Connection known = server.connect(authority.client(authority.issue("machine", 30)))) {
                assertThat(known.echoed("hello")).isEqualTo("hello");
            }
            TestAuthority.Issued foreign = stranger.issue("machine", 30);
            assertThatThrownBy(() -> server.connect(authority.client(foreign)).echoed("hello"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> server.connect(authority.client()).echoed("hello"))
                    .isInstanceOf(IOException.class);

            // The firm changes its authority: the new one counts from the next handshake on.
            Files.copy(stranger.certificates(), authority.certificates(), StandardCopyOption.REPLACE_EXISTING);
            seen();
            try (EchoServer.Connection known = server.connect(authority.client(foreign))) {
                assertThat(known.echoed("hello")).isEqualTo("hello");
            }
        }
    }

    private void offer(Optional<Path> clientAuthorities) {
        https = Https.read(
                new HttpsSettings(
                        "127.0.0.1",
                        8443,
                        new HttpsSettings.Files(pem, Optional.of(key), Optional.empty()),
                        false,
                        new HttpsSettings.Clients(clientAuthorities, HttpsSettings.Clients.Needed.TOKENS)),
                Clock.systemUTC());
        HttpsProvider.offer(https);
        watch = new CertificateWatch(https);
    }

    private void put(TestAuthority.Issued issued) throws IOException {
        Files.copy(issued.pem(), pem, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(issued.key(), key, StandardCopyOption.REPLACE_EXISTING);
    }

    private void seen() {
        watch.look();
        watch.look();
    }
}
