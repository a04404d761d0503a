package org.holdfast.launcher.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.launcher.start.StartFailure;

/**
 * The firm's mail server, by which reminders are sent (RFC 5321).
 *
 * @param server where it is
 * @param authorities PEM file with the certificates of those who sign for it; empty for those Java trusts
 * @param user who signs in there, with the password; empty to send without
 * @param from address the mails come from
 * @param console address of the console as it stands in mails
 * @param quiet the hours in which only what is urgent is sent
 * @param timeout how long the server has to connect, and for each answer
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record MailSettings(
        Server server,
        Optional<Path> authorities,
        Optional<User> user,
        String from,
        URI console,
        QuietHours quiet,
        Duration timeout) {

    /** An address as mail servers take it without extensions; it holds no blank and no end of a line. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)*[A-Za-z0-9-]{1,63}");

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final int HOURS_OF_A_DAY = 24;
    private static final int LONGEST_SECONDS = 60;
    private static final int MOST_PORT = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * Reads and checks the settings.
     *
     * @param configuration the server's settings
     * @return what they say, or empty where no mail server is named
     * @throws StartFailure where a value is wrong
     */
    public static Optional<MailSettings> of(Configuration configuration) {
        String host = configuration.text(Setting.MAIL_HOST);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = configuration.text(Setting.MAIL_FROM);
        if (!isAddress(from)) {
            throw new StartFailure("failure.settingMailAddress", Setting.MAIL_FROM.key(), from);
        }
        return Optional.of(new MailSettings(
                server(configuration, host),
                DirectorySettings.file(configuration, Setting.MAIL_CA_FILE),
                user(configuration),
                from,
                ProviderSettings.address(configuration, Setting.MAIL_CONSOLE, true),
                quiet(configuration),
                Duration.ofSeconds(configuration.number(Setting.MAIL_TIMEOUT, 1, LONGEST_SECONDS))));
    }

    /**
     * Says whether mail can be sent to an address.
     *
     * @param text what was typed
     * @return whether it is one address, in ASCII, without a name
     */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    private static Server server(Configuration configuration, String host) {
        String word = configuration.text(Setting.MAIL_SECURITY);
        Security security = Arrays.stream(Security.values())
                .filter(kind -> kind.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new StartFailure("failure.settingMailSecurity", Setting.MAIL_SECURITY.key(), word));
        if (security == Security.PLAIN && !THIS_MACHINE.contains(host)) {
            throw new StartFailure("failure.settingMailPlain", Setting.MAIL_SECURITY.key(), host);
        }
        int port = configuration.text(Setting.MAIL_PORT).isEmpty()
                ? security.port
                : configuration.number(Setting.MAIL_PORT, 1, MOST_PORT);
        return new Server(host, port, security);
    }

    private static Optional<User> user(Configuration configuration) {
        String name = configuration.text(Setting.MAIL_USER);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new User(
                name,
                configuration
                        .secret(Setting.MAIL_PASSWORD_FILE)
                        .filter(secret -> !secret.isEmpty())
                        .orElseThrow(
                                () -> new StartFailure("failure.settingMissing", Setting.MAIL_PASSWORD_FILE.key()))));
    }

    private static QuietHours quiet(Configuration configuration) {
        String text = configuration.text(Setting.MAIL_QUIET_HOURS);
        if (text.isEmpty()) {
            return new QuietHours(0, 0);
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            int from = Integer.parseInt(hours.group(1));
            int to = Integer.parseInt(hours.group(2));
            if (from < HOURS_OF_A_DAY && to < HOURS_OF_A_DAY) {
                return new QuietHours(from, to);
            }
        }
        throw new StartFailure("failure.settingQuietHours", Setting.MAIL_QUIET_HOURS.key(), text);
    }

    /** How the connection is protected. */
    public enum Security {
        /** TLS begins before anything is sent (RFC 3207); without it nothing is. */
        STARTTLS(587),
        /** TLS from the first byte (RFC 8314). */
        TLS(465),
        /** None: to a relay on the own machine alone. */
        PLAIN(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where the mail server is.
     *
     * @param host its host
     * @param port its port
     * @param security how the connection is protected
     */
    public record Server(String host, int port, Security security) {}

    /**
     * Who signs in.
     *
     * @param name the user name
     * @param password the password
     */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Hours in which only what is urgent is sent.
     *
     * @param from first hour, 0 to 23
     * @param to hour at which they end; the same as the first: there are none
     */
    public record QuietHours(int from, int to) {
        /** Those of a server that says nothing else. */
        public static final QuietHours STANDARD = new QuietHours(20, 7);

        /**
         * Says whether an hour is one of them.
         *
         * @param hour 0 to 23
         * @return whether it is
         */
        public boolean hold(int hour) {
            return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
        }
    }
}
