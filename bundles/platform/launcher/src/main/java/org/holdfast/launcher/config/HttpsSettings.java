package org.holdfast.launcher.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.launcher.start.StartFailure;

/**
 * How the server speaks HTTPS, as the settings say. The files are read by who needs them, and again when they change.
 *
 * @param host address to listen on
 * @param port port to listen on
 * @param files where the server's certificate and key are
 * @param tls12 whether TLS 1.2 is spoken, too
 * @param clients what is asked of clients
 */
public record HttpsSettings(String host, int port, Files files, boolean tls12, Clients clients) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads and checks the settings; opens none of the files.
     *
     * @param configuration the server's settings
     * @return what they say, or empty where HTTPS is off
     * @throws StartFailure where a value is wrong
     */
    public static Optional<HttpsSettings> of(Configuration configuration) {
        if (configuration.text(Setting.HTTPS_PORT).isEmpty()) {
            return Optional.empty();
        }
        Path certificate = configuration
                .path(Setting.HTTPS_CERTIFICATE)
                .orElseThrow(() -> new StartFailure("failure.settingMissing", Setting.HTTPS_CERTIFICATE.key()));
        return Optional.of(new HttpsSettings(
                configuration.text(Setting.HTTPS_HOST),
                configuration.number(Setting.HTTPS_PORT, 1, HIGHEST_PORT),
                new Files(
                        certificate,
                        configuration.path(Setting.HTTPS_KEY_FILE),
                        configuration.path(Setting.HTTPS_PASSWORD_FILE)),
                one(configuration, Setting.HTTPS_TLS12, List.of("true", "false"))
                        .equals("true"),
                new Clients(configuration.path(Setting.HTTPS_CLIENT_CA), needed(configuration))));
    }

    private static Clients.Needed needed(Configuration configuration) {
        List<String> words =
                Arrays.stream(Clients.Needed.values()).map(Clients.Needed::word).toList();
        String word = one(configuration, Setting.HTTPS_CLIENT_CERTIFICATE, words);
        return Clients.Needed.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String one(Configuration configuration, Setting setting, List<String> words) {
        String text = configuration.text(setting);
        if (!words.contains(text)) {
            throw new StartFailure("failure.settingChoice", setting.key(), text, String.join(", ", words));
        }
        return text;
    }

    /**
     * Returns every file on which HTTPS depends.
     *
     * @return the files, in no particular order
     */
    public List<Path> watched() {
        return Stream.of(Optional.of(files.certificate()), files.key(), files.password(), clients.authorities())
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Where the server's certificate and key are.
     *
     * @param certificate PEM file with the certificate and its chain, or a PKCS#12 file
     * @param key PEM file with the key in PKCS#8; empty: the certificate's file is PKCS#12 and has it
     * @param password file whose first line is the password of the key; empty: there is none
     */
    public record Files(Path certificate, Optional<Path> key, Optional<Path> password) {}

    /**
     * What is asked of clients.
     *
     * @param authorities PEM file with the authorities whose client certificates are taken; empty: none are asked for
     * @param needed who must have one, where they are asked for
     */
    public record Clients(Optional<Path> authorities, Needed needed) {

        /** Who must come with a client certificate. */
        public enum Needed {
            /** Nobody: one that is shown is checked. */
            NOBODY,
            /** Who comes with a token of the API. */
            TOKENS,
            /** Everybody who speaks HTTPS, people with browsers, too. */
            EVERYBODY;

            String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /**
         * Tells whether a call with a token has to come over a connection with a client certificate.
         *
         * @return true where it has to
         */
        public boolean neededForTokens() {
            return authorities.isPresent() && needed != Needed.NOBODY;
        }

        /**
         * Tells whether no connection is made without a client certificate.
         *
         * @return true where none is
         */
        public boolean neededForAll() {
            return authorities.isPresent() && needed == Needed.EVERYBODY;
        }
    }
}
