package org.holdfast.core.access;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.launcher.config.GroupRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which roles and subsidiaries somebody's groups give. Safe for use from many threads. */
final class GroupRoles {
    private static final Logger LOG = LoggerFactory.getLogger(GroupRoles.class);

    private final GroupRules settings;
    private final SubsidiaryCodes codes;

    GroupRoles(GroupRules settings, SubsidiaryCodes codes) {
        this.settings = settings;
        this.codes = codes;
    }

    /** Tells whether groups decide about roles at all; else they are given here. */
    boolean decide() {
        return !settings.rules().isEmpty();
    }

    boolean makeAccounts() {
        return settings.newAccounts();
    }

    /**
     * Finds what groups give. Where one of them names no subsidiary, none limits: but a role that needs one is left out then.
     */
    Given of(Set<String> groups, RoleTable table) {
        Set<String> normal = groups.stream().map(GroupRoles::normal).collect(Collectors.toSet());
        List<GroupRules.Rule> fitting = settings.rules().stream()
                .filter(rule -> normal.contains(normal(rule.group())))
                .toList();
        Set<UUID> subsidiaries = new HashSet<>();
        boolean everywhere = false;
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GroupRules.Rule rule : fitting) {
            Set<UUID> named = ids(rule);
            Role role = Role.of(rule.role()).orElseThrow();
            boolean limited = !rule.subsidiaries().isEmpty();
            if (named.isEmpty() && (limited || table.grant(role).ownOnly())) {
                continue;
            }
            roles.add(role);
            subsidiaries.addAll(named);
            everywhere |= !limited;
        }
        boolean unlimited =
                everywhere && roles.stream().noneMatch(role -> table.grant(role).ownOnly());
        return new Given(roles, unlimited ? Set.of() : subsidiaries);
    }

    private Set<UUID> ids(GroupRules.Rule rule) {
        Set<UUID> found = new HashSet<>();
        for (String code : rule.subsidiaries()) {
            codes.find(code)
                    .ifPresentOrElse(
                            found::add,
                            () -> LOG.warn("There is no subsidiary {}, which the file of groups names", code));
        }
        return found;
    }

    /** Names are compared as a directory does: without case, and distinguished names without regard to blanks. */
    private static String normal(String group) {
        try {
            return group.contains("=") ? DN.normalize(group) : group.toLowerCase(Locale.ROOT);
        } catch (LDAPException e) {
            return group.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What groups give.
     *
     * @param roles the roles
     * @param subsidiaryIds the subsidiaries they are limited to; empty for none named
     */
    record Given(Set<Role> roles, Set<UUID> subsidiaryIds) {}
}
