package org.holdfast.launcher.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.start.StartFailure;

/**
 * Where the firm's LDAP directory is and how it is asked.
 *
 * @param servers its servers, asked in this order: {@code ldaps}, or {@code ldap}, which becomes TLS by StartTLS
 * @param authorities PEM file with the certificates of those who sign for it; empty for those Java trusts
 * @param user distinguished name of the account that searches, and its password; empty to search without
 * @param people where people are, and how one is found
 * @param groups where groups are, and how a person's are found; an empty base where they stand with the person
 * @param timeout how long a server has for each answer
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record DirectorySettings(
        List<URI> servers,
        Optional<Path> authorities,
        Optional<User> user,
        Search people,
        Search groups,
        Duration timeout) {

    /** What stands in a filter for what was typed as user name. */
    public static final String USER_PLACE = "{user}";

    /** What stands in a filter for a person's distinguished name. */
    public static final String PERSON_PLACE = "{person}";

    private static final int LONGEST_SECONDS = 60;

    /** Copies the list. */
    public DirectorySettings {
        servers = List.copyOf(servers);
    }

    /**
     * Reads and checks the settings.
     *
     * @param configuration the server's settings
     * @return what they say, or empty where no directory is named
     * @throws StartFailure where a value is wrong
     */
    static Optional<DirectorySettings> of(Configuration configuration) {
        List<URI> servers = SignOnSettings.items(configuration, Setting.DIRECTORY_SERVERS).stream()
                .map(DirectorySettings::server)
                .toList();
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        Search people = new Search(
                configuration.text(Setting.DIRECTORY_PEOPLE),
                filter(configuration, Setting.DIRECTORY_PERSON_FILTER, USER_PLACE));
        if (people.base().isEmpty()) {
            throw new StartFailure("failure.settingMissing", Setting.DIRECTORY_PEOPLE.key());
        }
        return Optional.of(new DirectorySettings(
                servers,
                file(configuration, Setting.DIRECTORY_CA_FILE),
                user(configuration),
                people,
                new Search(
                        configuration.text(Setting.DIRECTORY_GROUPS),
                        filter(configuration, Setting.DIRECTORY_GROUP_FILTER, PERSON_PLACE)),
                Duration.ofSeconds(configuration.number(Setting.DIRECTORY_TIMEOUT, 1, LONGEST_SECONDS))));
    }

    private static URI server(String text) {
        try {
            URI uri = new URI(text);
            boolean known = "ldaps".equals(uri.getScheme()) || "ldap".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getPath().isEmpty()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // answered below, together with addresses of another kind
        }
        throw new StartFailure("failure.settingDirectory", Setting.DIRECTORY_SERVERS.key(), text);
    }

    private static String filter(Configuration configuration, Setting setting, String place) {
        String filter = configuration.text(setting);
        if (!filter.contains("=" + place + ")")) {
            throw new StartFailure("failure.settingFilter", setting.key(), filter, "=" + place);
        }
        return filter;
    }

    private static Optional<User> user(Configuration configuration) {
        String name = configuration.text(Setting.DIRECTORY_USER);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String password = configuration
                .secret(Setting.DIRECTORY_PASSWORD_FILE)
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new StartFailure("failure.settingMissing", Setting.DIRECTORY_PASSWORD_FILE.key()));
        return Optional.of(new User(name, password));
    }

    static Optional<Path> file(Configuration configuration, Setting setting) {
        Optional<Path> file = configuration.path(setting);
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new StartFailure("failure.settingFile", setting.key(), path);
        });
        return file;
    }

    /**
     * Who searches.
     *
     * @param name distinguished name
     * @param password the password
     */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A search.
     *
     * @param base distinguished name of the entry below which is searched
     * @param filter the filter, with a place for what is looked for
     */
    public record Search(String base, String filter) {}
}
