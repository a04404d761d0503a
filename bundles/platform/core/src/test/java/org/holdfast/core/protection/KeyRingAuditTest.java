package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditKind;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.host.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingAuditTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void openingAndClosingTheKeyRingStandInTheLog() {
        try (AuditLog log = AuditLog.open(AuditFolder.of(data), "test", NOON)) {
            KeyRingAudit audit = new KeyRingAudit(new Host(
                    null,
                    NOON,
                    data,
                    null,
                    null,
                    null,
                    "",
                    log,
                    null,
                    true,
                    null,
                    SuiteSettings.STANDARD,
                    java.util.Optional.empty()));
            audit.opened(new KeyRingOpened(NOON.instant()));
            audit.closed(new KeyRingClosed(NOON.instant()));
        }

        assertThat(new AuditSearch(AuditFolder.of(data)).latest(AuditQuery.all(), Long.MAX_VALUE, 9))
                .allSatisfy(entry -> assertThat(entry.event().actor().id()).isEqualTo("server"))
                .allSatisfy(entry ->
                        assertThat(AuditKind.of(entry.event().action())).isEqualTo(AuditKind.KEY))
                .extracting(entry -> entry.event().action())
                .containsExactly("key.closed", "key.opened");
    }

    @Test
    void aLogThatIsClosedKeepsNobodyFromFollowingTheKeyRing() {
        AuditLog log = AuditLog.open(AuditFolder.of(data), "test", NOON);
        log.close();

        new KeyRingAudit(new Host(
                        null,
                        NOON,
                        data,
                        null,
                        null,
                        null,
                        "",
                        log,
                        null,
                        true,
                        null,
                        SuiteSettings.STANDARD,
                        java.util.Optional.empty()))
                .closed(new KeyRingClosed(NOON.instant()));

        assertThat(log.size()).isZero();
    }
}
