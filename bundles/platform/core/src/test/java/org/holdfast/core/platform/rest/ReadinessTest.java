package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.holdfast.core.platform.rest.Readiness.Check;
import org.holdfast.core.platform.rest.Readiness.FreeSpace;
import org.holdfast.core.platform.rest.Readiness.Health;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final FreeSpace ENOUGH = () -> DataDirectory.LEAST_FREE_BYTES;

    @Test
    void aServerThatCanWorkIsReady() {
        Health health = readiness("jdbc:h2:mem:", ENOUGH, Optional.empty()).check();

        assertThat(health.status()).isEqualTo("UP");
        assertThat(health.checks()).extracting(Check::name).containsExactly("database", "disk", "keyRing", "bundles");
    }

    @Test
    void aNearlyFullDiskMakesItUnreadyBeforeAWriteFails() {
        Health health = readiness("jdbc:h2:mem:", () -> DataDirectory.LEAST_FREE_BYTES - 1, Optional.empty())
                .check();

        assertThat(health.status()).isEqualTo("DOWN");
        assertThat(reason(health, "disk")).isEqualTo("health.diskFull");
    }

    @Test
    void aDiskThatCannotBeAskedMakesItUnready() {
        FreeSpace broken = () -> {
            throw new IOException("gone");
        };

        assertThat(reason(readiness("jdbc:h2:mem:", broken, Optional.empty()).check(), "disk"))
                .isEqualTo("health.diskFull");
    }

    @Test
    void aDatabaseThatIsAwayMakesItUnready() {
        Health health = readiness("jdbc:h2:file:/nowhere/at/all;IFEXISTS=TRUE", ENOUGH, Optional.empty())
                .check();

        assertThat(health.status()).isEqualTo("DOWN");
        assertThat(reason(health, "database")).isEqualTo("health.databaseUnreachable");
    }

    @Test
    void aClosedKeyRingMakesItUnreadyAndIsNamed() {
        SealState.Seal seal = new SealState.Seal(SealState.Reason.LOCKED, "no passphrase");

        Health health = readiness("jdbc:h2:mem:", ENOUGH, Optional.of(seal)).check();

        assertThat(health.status()).isEqualTo("DOWN");
        assertThat(reason(health, "keyRing")).isEqualTo("health.keyRingLocked");
    }

    private static String reason(Health health, String check) {
        return health.checks().stream()
                .filter(found -> found.name().equals(check))
                .findFirst()
                .flatMap(Check::reason)
                .map(Message::key)
                .orElse("");
    }

    private static Readiness readiness(String url, FreeSpace disk, Optional<SealState.Seal> seal) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return new Readiness(database, disk, FakeRegistry::new, () -> seal, Optional::empty);
    }
}
