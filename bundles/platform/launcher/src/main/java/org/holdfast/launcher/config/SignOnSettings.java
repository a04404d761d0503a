package org.holdfast.launcher.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.launcher.start.StartFailure;

/**
 * How people sign on, and from where, as the settings say.
 *
 * @param secondFactorRoles codes of the roles that must have a second factor
 * @param passkeyAddress address of the console as browsers see it, to which passkeys belong; empty: the one a browser has called
 * @param idle after how long without use a session ends
 * @param longest after how long a session ends, however busy
 * @param administratorNetworks from where administrators may sign on beside the server's own machine; empty: from everywhere
 * @param trustedProxies reverse proxies whose word about the caller's address counts
 * @param passwords which passwords are taken
 * @param longestToken after how long at most an API token expires
 * @param groups which groups of a directory or provider have which roles
 * @param directory the firm's directory; empty: none
 * @param provider the firm's identity provider; empty: none
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record SignOnSettings(
        Set<String> secondFactorRoles,
        Optional<URI> passkeyAddress,
        Duration idle,
        Duration longest,
        List<Network> administratorNetworks,
        List<Network> trustedProxies,
        Passwords passwords,
        Duration longestToken,
        GroupRules groups,
        Optional<DirectorySettings> directory,
        Optional<ProviderSettings> provider) {

    /** The roles of accounts, as the table of roles names them. */
    static final Set<String> ROLES = Set.of(
            "groupHr",
            "subsidiaryHr",
            "lineManager",
            "employee",
            "taskHandler",
            "modelOperator",
            "fairnessAuditor",
            "dpo",
            "auditor",
            "systemAdmin",
            "securityAdmin",
            "hqAnalyst");

    private static final int MINUTES_OF_A_DAY = 1_440;
    private static final int HOURS_OF_A_DAY = 24;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_MINIMUM = 64;
    private static final int MOST_TOKEN_DAYS = 366;

    /** Copies the sets and lists. */
    public SignOnSettings {
        secondFactorRoles = Set.copyOf(secondFactorRoles);
        administratorNetworks = List.copyOf(administratorNetworks);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * Reads and checks the settings.
     *
     * @param configuration the server's settings
     * @return what they say
     * @throws StartFailure where a value is wrong
     */
    public static SignOnSettings of(Configuration configuration) {
        return new SignOnSettings(
                roles(configuration),
                passkeyAddress(configuration),
                Duration.ofMinutes(configuration.number(Setting.SESSION_IDLE_MINUTES, 1, MINUTES_OF_A_DAY)),
                Duration.ofHours(configuration.number(Setting.SESSION_HOURS, 1, HOURS_OF_A_DAY)),
                networks(configuration, Setting.ADMINISTRATOR_NETWORKS),
                networks(configuration, Setting.TRUSTED_PROXIES),
                new Passwords(
                        configuration.number(Setting.PASSWORD_LENGTH, SHORTEST_PASSWORD, LONGEST_MINIMUM),
                        Set.copyOf(items(configuration, Setting.FIRM_WORDS))),
                Duration.ofDays(configuration.number(Setting.TOKEN_DAYS, 1, MOST_TOKEN_DAYS)),
                GroupRules.of(configuration),
                DirectorySettings.of(configuration),
                ProviderSettings.of(configuration));
    }

    private static Optional<URI> passkeyAddress(Configuration configuration) {
        return configuration.text(Setting.PASSKEY_ADDRESS).isEmpty()
                ? Optional.empty()
                : Optional.of(ProviderSettings.address(configuration, Setting.PASSKEY_ADDRESS, true));
    }

    private static List<Network> networks(Configuration configuration, Setting setting) {
        return items(configuration, setting).stream()
                .map(item -> Network.of(item)
                        .orElseThrow(() -> new StartFailure("failure.settingNetwork", setting.key(), item)))
                .toList();
    }

    private static Set<String> roles(Configuration configuration) {
        Set<String> roles = new LinkedHashSet<>(items(configuration, Setting.SECOND_FACTOR_ROLES));
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new StartFailure("failure.settingRole", Setting.SECOND_FACTOR_ROLES.key(), role);
            }
        }
        return roles;
    }

    static List<String> items(Configuration configuration, Setting setting) {
        return Arrays.stream(configuration.text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /**
     * Which passwords are taken.
     *
     * @param shortest fewest characters
     * @param firmWords words about the firm that none may hold
     */
    public record Passwords(int shortest, Set<String> firmWords) {
        /** Copies the set. */
        public Passwords {
            firmWords = Set.copyOf(firmWords);
        }
    }
}
