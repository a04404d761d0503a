package org.holdfast.launcher.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.holdfast.launcher.start.StartFailure;

/**
 * The firm's OpenID Connect provider.
 *
 * @param issuer its issuer, an address by HTTPS
 * @param name what people call it
 * @param client by what it knows this server
 * @param console address of the console as browsers see it, ending with a slash: where the provider sends people back to
 * @param authorities PEM file with the certificates of those who sign for it; empty for those Java trusts
 * @param claims what is asked and read
 * @param timeout how long it has for each answer
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record ProviderSettings(
        URI issuer,
        String name,
        Client client,
        URI console,
        Optional<Path> authorities,
        Claims claims,
        Duration timeout) {

    private static final int LONGEST_SECONDS = 60;

    static Optional<ProviderSettings> of(Configuration configuration) {
        if (configuration.text(Setting.PROVIDER_ISSUER).isEmpty()) {
            return Optional.empty();
        }
        URI issuer = address(configuration, Setting.PROVIDER_ISSUER, false);
        URI console = address(configuration, Setting.PROVIDER_CONSOLE, true);
        String name = configuration.text(Setting.PROVIDER_NAME);
        Optional<String> secret =
                configuration.secret(Setting.PROVIDER_SECRET_FILE).filter(text -> !text.isEmpty());
        return Optional.of(new ProviderSettings(
                issuer,
                name.isEmpty() ? issuer.getHost() : name,
                new Client(needed(configuration, Setting.PROVIDER_CLIENT), secret),
                console.getPath().endsWith("/") ? console : URI.create(console + "/"),
                DirectorySettings.file(configuration, Setting.PROVIDER_CA_FILE),
                new Claims(
                        configuration.text(Setting.PROVIDER_SCOPE),
                        configuration.text(Setting.PROVIDER_USER_CLAIM),
                        configuration.text(Setting.PROVIDER_GROUPS_CLAIM)),
                Duration.ofSeconds(configuration.number(Setting.PROVIDER_TIMEOUT, 1, LONGEST_SECONDS))));
    }

    private static String needed(Configuration configuration, Setting setting) {
        String text = configuration.text(setting);
        if (text.isEmpty()) {
            throw new StartFailure("failure.settingMissing", setting.key());
        }
        return text;
    }

    /** Codes and tokens are not sent in the clear; a console on the own machine is for trials. */
    static URI address(Configuration configuration, Setting setting, boolean mayBeLocal) {
        String text = needed(configuration, setting);
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            boolean local = mayBeLocal && ("localhost".equals(host) || "127.0.0.1".equals(host));
            boolean plain = uri.getQuery() == null && uri.getFragment() == null && host != null;
            if (plain && ("https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme())))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // answered below, together with addresses of another kind
        }
        throw new StartFailure("failure.settingHttps", setting.key(), text);
    }

    /**
     * By what the provider knows this server.
     *
     * @param id the client's id
     * @param secret its secret; empty for a public client, which PKCE alone protects
     */
    public record Client(String id, Optional<String> secret) {
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * What is asked and read.
     *
     * @param scope the scope, with spaces between its values
     * @param user claim with the name for a new account
     * @param groups claim with the groups
     */
    public record Claims(String scope, String user, String groups) {}
}
