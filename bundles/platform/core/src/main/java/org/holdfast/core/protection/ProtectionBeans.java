package org.holdfast.core.protection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.holdfast.core.platform.database.Database;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.StoredSuites;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class ProtectionBeans {
    /** Keys of people wrapped anew in one transaction: about a tenth of a second, for which an erasure may wait. */
    private static final int BATCH = 1_000;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Produces
    @Singleton
    CurrentKeyRing keyRing(CapabilityRegistry registry, Host host) {
        return new CurrentKeyRing(registry, () -> needed(host));
    }

    private static Set<String> needed(Host host) {
        try {
            return StoredSuites.needed(host.keyStore(), host.suites());
        } catch (SQLException e) {
            throw WrappedKeys.unreachable(e);
        }
    }

    @Produces
    @Singleton
    SealedVault vault(CurrentKeyRing keyRing, Host host, Database database, Event<RecordTampered> alarms) {
        return new SealedVault(
                keyRing,
                new WrappedKeys(host.keyStore(), host.clock()),
                host.shredLedger(),
                alarms::fire,
                new SuiteChoice(host.suites(), database)::of);
    }

    @Produces
    @Singleton
    KeyRotations rotations(CurrentKeyRing keyRing, SealedVault vault, Host host) {
        RotationTable table = new RotationTable(host.keyStore(), host.clock());
        Map<String, Rotation> levels = Map.of(
                KeyRotation.ROOT, new RootRotation(table, vault, host.rootSuccession(), BATCH),
                KeyRotation.SUBSIDIARY, new SubsidiaryRotation(table, vault, host.clock(), BATCH));
        return new KeyRotations(keyRing, table, levels, host.audit(), background);
    }
}
