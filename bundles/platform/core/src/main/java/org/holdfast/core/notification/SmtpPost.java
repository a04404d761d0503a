package org.holdfast.core.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.holdfast.core.access.Authorities;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.MailSettings.Security;
import org.holdfast.launcher.config.MailSettings.User;
import org.jspecify.annotations.Nullable;

/**
 * Sends by the firm's mail server (RFC 5321), over TLS with its certificate checked; in the clear to the own machine alone. Each
 * letter has a connection of its own. Safe for use from many threads.
 */
final class SmtpPost implements Post {
    private static final int REFUSED_FOR_GOOD = 500;

    private final MailSettings settings;
    private final Clock clock;
    private final Session session;

    /**
     * Names the mail server; it is not called yet.
     *
     * @throws IOException where the file of authorities cannot be taken
     */
    SmtpPost(MailSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) throws IOException {
        Properties properties = new Properties();
        Security security = settings.server().security();
        String millis = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(
                "mail.smtp.ssl.socketFactory",
                Authorities.context(settings.authorities()).getSocketFactory());
        // A letter that was taken stays taken if the server hangs up without a farewell.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public void send(Letter letter) throws PostException {
        MailSettings.Server server = settings.server();
        @Nullable User user = settings.user().orElse(null);
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(letter);
            transport.connect(
                    server.host(),
                    server.port(),
                    user == null ? null : user.name(),
                    user == null ? null : user.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new PostException(error(e));
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new Numbered(session, "<" + letter.id() + "@" + domain() + ">");
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {letter.language()});
        // Absence notes are not sent in answer (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** Looks at everything that led to the failure: what is outside says less than what is inside. */
    private static MailError error(MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = inner(cause)) {
            @Nullable MailError known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return MailError.MAIL_NO_ANSWER;
    }

    private static @Nullable Throwable inner(Throwable cause) {
        return cause instanceof MessagingException mail ? mail.getNextException() : cause.getCause();
    }

    private static @Nullable MailError known(Throwable cause) {
        int code = code(cause);
        if (cause instanceof AuthenticationFailedException) {
            return MailError.MAIL_SIGN_IN;
        }
        if (code > 0) {
            return code >= REFUSED_FOR_GOOD ? MailError.MAIL_REFUSED : MailError.MAIL_POSTPONED;
        }
        if (cause instanceof SSLException) {
            return MailError.MAIL_CERTIFICATE;
        }
        if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
            return MailError.MAIL_UNREACHABLE;
        }
        // The library has no class of its own for it.
        boolean withoutTls = cause instanceof MessagingException
                && String.valueOf(cause.getMessage()).startsWith("STARTTLS is required");
        return withoutTls ? MailError.MAIL_NOT_ENCRYPTED : null;
    }

    /** Returns the server's answer, 0 where there is none; one address is refused inside of a failure that has none. */
    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException send && send.getNextException() == null
                ? Math.max(0, send.getReturnCode())
                : 0;
    }

    /** A message whose id is its letter's. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
