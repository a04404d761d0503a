package org.holdfast.launcher.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.launcher.start.StartFailure;

/**
 * How people sign on, and from where, as the settings say.
 *
 * @param secondFactorRoles codes of the roles that must have a second factor
 * @param idle after how long without use a session ends
 * @param longest after how long a session ends, however busy
 * @param administratorNetworks from where administrators may sign on beside the server's own machine; empty: from everywhere
 * @param trustedProxies reverse proxies whose word about the caller's address counts
 */
public record SignOnSettings(
        Set<String> secondFactorRoles,
        Duration idle,
        Duration longest,
        List<Network> administratorNetworks,
        List<Network> trustedProxies) {

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
                Duration.ofMinutes(configuration.number(Setting.SESSION_IDLE_MINUTES, 1, MINUTES_OF_A_DAY)),
                Duration.ofHours(configuration.number(Setting.SESSION_HOURS, 1, HOURS_OF_A_DAY)),
                networks(configuration, Setting.ADMINISTRATOR_NETWORKS),
                networks(configuration, Setting.TRUSTED_PROXIES));
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

    private static List<String> items(Configuration configuration, Setting setting) {
        return Arrays.stream(configuration.text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
