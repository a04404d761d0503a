package org.holdfast.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.TestCertificate;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.notification.ScriptedMailServer.Act;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.MailSettings.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail goes over TLS with a certificate that is trusted, or not at all. */
class SmtpPostTest {
    private static final Letter LETTER =
            new Letter(UUID.randomUUID(), "officer@firm.example", "zh", "Holdfast：提醒\r\nBcc: b@firm.example", "您好");

    @TempDir
    Path folder;

    @Test
    void aMailServerWithoutStartTlsIsToldNothing() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.plain()) {
            assertThat(error(server, Security.STARTTLS, Optional.empty())).isEqualTo(MailError.MAIL_NOT_ENCRYPTED);
            assertThat(server.lines).noneMatch(line -> line.contains("@") || line.startsWith("AUTH"));
        }
    }

    @Test
    void startTlsAndTlsReachAServerWhoseAuthorityIsNamed() throws IOException, PostException {
        TestCertificate certificate = TestCertificate.make(folder, "mail", true);
        try (ScriptedMailServer server = ScriptedMailServer.startTls(certificate.server());
                ScriptedMailServer other = ScriptedMailServer.tls(certificate.server())) {
            post(server, Security.STARTTLS, Optional.of(certificate.pem())).send(LETTER);
            post(other, Security.TLS, Optional.of(certificate.pem())).send(LETTER);

            assertThat(server.received()).hasSize(1).isEqualTo(other.received());
        }
    }

    @Test
    void aCertificateNobodyVouchesForOrOfAnotherHostIsRefused() throws IOException {
        TestCertificate mine = TestCertificate.make(folder, "mail", true);
        TestCertificate others = TestCertificate.make(folder, "other", false);
        try (ScriptedMailServer server = ScriptedMailServer.startTls(mine.server());
                ScriptedMailServer other = ScriptedMailServer.tls(others.server())) {
            assertThat(error(server, Security.STARTTLS, Optional.empty())).isEqualTo(MailError.MAIL_CERTIFICATE);
            assertThat(error(other, Security.TLS, Optional.of(others.pem()))).isEqualTo(MailError.MAIL_CERTIFICATE);
            assertThat(server.received()).isEmpty();
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() throws IOException {
        TestCertificate certificate = TestCertificate.make(folder, "mail", true);
        try (ScriptedMailServer server =
                ScriptedMailServer.tls(certificate.server()).next(Act.REFUSE_PASSWORD)) {
            MailSettings settings = ReminderRoom.settings(
                    new MailSettings.Server("127.0.0.1", server.port(), Security.TLS),
                    Optional.of(certificate.pem()),
                    Optional.of(new MailSettings.User("holdfast", "wrong")));
            SmtpPost post = new SmtpPost(settings, new SetClock("2026-11-26T01:00:00Z"));
            assertThat(catchThrowableOfType(PostException.class, () -> post.send(LETTER))
                            .error())
                    .isEqualTo(MailError.MAIL_SIGN_IN);
        }
    }

    @Test
    void aSubjectCannotAddALineToTheHeader() throws IOException, PostException {
        try (ScriptedMailServer server = ScriptedMailServer.plain()) {
            post(server, Security.PLAIN, Optional.empty()).send(LETTER);

            assertThat(server.received()).hasSize(1);
            assertThat(server.lines).noneMatch(line -> line.startsWith("Bcc"));
            assertThat(server.lines.stream().filter(line -> line.startsWith("RCPT")))
                    .hasSize(1);
        }
    }

    private MailError error(ScriptedMailServer server, Security security, Optional<Path> authorities)
            throws IOException {
        SmtpPost post = post(server, security, authorities);
        return catchThrowableOfType(PostException.class, () -> post.send(LETTER))
                .error();
    }

    private static SmtpPost post(ScriptedMailServer server, Security security, Optional<Path> authorities)
            throws IOException {
        MailSettings.Server place = new MailSettings.Server("127.0.0.1", server.port(), security);
        return new SmtpPost(
                ReminderRoom.settings(place, authorities, Optional.empty()), new SetClock("2026-11-26T01:00:00Z"));
    }
}
