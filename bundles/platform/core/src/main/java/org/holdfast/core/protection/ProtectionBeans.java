package org.holdfast.core.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class ProtectionBeans {

    @Produces
    @Singleton
    CurrentKeyRing keyRing(CapabilityRegistry registry) {
        return new CurrentKeyRing(registry);
    }

    @Produces
    @Singleton
    Vault vault(CurrentKeyRing keyRing, Host host) {
        return new SealedVault(keyRing, new WrappedKeys(host.keyStore(), host.clock()), host.shredLedger());
    }
}
