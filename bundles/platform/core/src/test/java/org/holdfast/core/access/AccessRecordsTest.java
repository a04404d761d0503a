package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is told who saw what about them, by role, and which accounts are theirs. */
@Tag("O7")
@Tag("O12")
class AccessRecordsTest {
    private static final UUID FIRM = new UUID(1, 1);
    private static final UUID MEI = new UUID(7, 7);
    private static final UUID FAR = new UUID(7, 8);

    @TempDir
    Path data;

    @Test
    void whoSawSomethingIsToldByRoleAndOldestFirst() {
        try (AuditLog log = AuditLog.open(AuditFolder.of(data), "test", new AccessWorld.SetClock())) {
            append(log, "GET /employees/{id}/profile", MEI);
            append(log, "GET /employees/{id}/risk", MEI);
            append(log, "POST /risk/scores/export", FAR);
        }

        assertThat(new AccessRecords(data).of(Subject.person(FIRM, MEI), "en"))
                .extracting(item ->
                        item.fields().get("action") + " by " + item.fields().get("by"))
                .containsExactly("GET /employees/{id}/profile by groupHr", "GET /employees/{id}/risk by groupHr");
    }

    @Test
    void onlyTheOwnAccountIsToldAndNoSecretOfIt() {
        AccessWorld world = new AccessWorld(data);
        world.add("mei", Role.EMPLOYEE, Set.of(FIRM), Optional.of(MEI));
        world.add("far", Role.EMPLOYEE, Set.of(FIRM), Optional.of(FAR));
        AccountRecords records = new AccountRecords(
                new JpaAccountStore(world.entities, world.seal),
                world.factors.passkeys(),
                world.addresses,
                world.channelAddresses);

        assertThat(records.of(Subject.person(FIRM, MEI), "en")).singleElement().satisfies(item -> {
            assertThat(item.fields())
                    .containsEntry("username", "mei")
                    .containsEntry("displayName", "Name of mei")
                    .containsEntry("roles", "employee");
            assertThat(item.toString()).doesNotContain("argon2", "far");
        });
    }

    private static void append(AuditLog log, String action, UUID person) {
        Actor actor = new Actor(new UUID(3, 3).toString(), List.of("groupHr"), "session");
        log.append(new AuditEvent(
                action, actor, new About(null, List.of(person.toString()), null), AuditEvent.DONE, Map.of()));
    }
}
