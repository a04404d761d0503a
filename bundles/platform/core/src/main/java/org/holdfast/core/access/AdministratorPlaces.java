package org.holdfast.core.access;

import java.util.List;
import java.util.Set;
import org.holdfast.launcher.config.Network;

/**
 * From where administrators may work: from the networks of the settings, and always from the server's own machine, so that
 * a wrong setting cannot keep the last of them out. Immutable.
 */
final class AdministratorPlaces {
    private static final Set<Role> BOUND = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);

    private final List<Network> networks;

    /**
     * Creates the rule.
     *
     * @param networks the networks; none for everywhere
     */
    AdministratorPlaces(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    boolean allow(Set<Role> roles, String address) {
        return networks.isEmpty()
                || roles.stream().noneMatch(BOUND::contains)
                || Network.isLoopback(address)
                || networks.stream().anyMatch(network -> network.contains(address));
    }
}
