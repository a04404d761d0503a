package org.holdfast.core.privacy.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log tells whom a breach concerns, as far as it can. */
@Tag("O25")
class BreachPeopleTest {

    @TempDir
    Path data;

    private BreachRoom room;
    private UUID seen;
    private UUID listed;
    private UUID untouched;
    private UUID far;
    private String id;

    @BeforeEach
    void open() {
        room = new BreachRoom(data);
        seen = room.staff.hire(room.chinese, null);
        listed = room.staff.hire(room.chinese, null);
        untouched = room.staff.hire(room.chinese, null);
        far = room.staff.hire(room.european, null);
        room.clock.set("2026-11-26T07:00:00Z");
        entry("thief", untouched);
        room.clock.set("2026-11-26T07:30:00Z");
        entry("thief", seen);
        entry("thief", seen, listed, far);
        entry("thief");
        entry("colleague", untouched);
        room.clock.set("2026-11-26T08:00:00Z");
        id = BreachesTest.id(room.noticed(room.chinese, "high"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoeverTheMisusedAccountSawIsOnTheList() {
        Reply added = add("{\"log\":{\"actor\":\"thief\",\"from\":\"2026-11-26T07:30:00Z\"}}");

        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.text("added")).isEqualTo("2");
        assertThat(added.text("entries")).isEqualTo("2");
        assertThat(added.text("nameless")).isEqualTo("1");
        assertThat(people()).containsExactlyInAnyOrder(seen, listed);
        assertThat(room.show(room.chinese, id).text("people")).isEqualTo("2");
        assertThat(add("{\"log\":{\"actor\":\"thief\",\"from\":\"2026-11-26T07:00:00Z\"}}")
                        .text("added"))
                .isEqualTo("1");
    }

    @Test
    void theOfficerReadsTheirNames() {
        add("{\"employeeIds\":[\"" + seen + "\"]}");

        Reply list = room.officer(room.chinese).call("GET", "privacy/breaches/" + id + "/people", "");

        assertThat(list.text("items.0.employeeId")).isEqualTo(seen.toString());
        assertThat(list.text("items.0.name"))
                .isEqualTo(room.staff.people.card(seen).orElseThrow().name());
        assertThat(room.officer(room.european)
                        .call("GET", "privacy/breaches/" + id + "/people", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyOfAnotherSubsidiaryIsOnTheList() {
        Reply refused = add("{\"employeeIds\":[\"" + far + "\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("employeeIds");
        assertThat(add("{}").status()).isEqualTo(400);
        assertThat(add("{\"log\":{\"actor\":\"thief\"}}").text("errors.0.field"))
                .isEqualTo("log.from");
        assertThat(add("{\"log\":{\"from\":\"2026-11-26T07:30:00Z\",\"to\":\"2026-11-26T07:30:00Z\"}}")
                        .text("errors.0.field"))
                .isEqualTo("log.to");
        assertThat(people()).isEmpty();
    }

    @Test
    void whoIsErasedLeavesTheListButTheNumberStays() {
        add("{\"employeeIds\":[\"" + seen + "\",\"" + listed + "\"]}");
        TableTraces traces = TableTraces.of("breaches", BreachPeople.TABLE);

        room.database.run(connection -> {
            assertThat(traces.count(connection, Subject.person(room.chinese, seen)))
                    .isEqualTo(Map.of("breaches", 1L));
            traces.erase(connection, Subject.person(room.chinese, seen));
        });

        assertThat(people()).containsExactly(listed);
        assertThat(room.show(room.chinese, id).text("people")).isEqualTo("2");
    }

    @Test
    void thePersonsOwnRecordTellsOfIt() {
        add("{\"employeeIds\":[\"" + seen + "\"]}");
        BreachRecords records = new BreachRecords(room.breaches);

        assertThat(records.of(Subject.person(room.chinese, untouched), "en")).isEmpty();
        assertThat(records.of(Subject.person(room.chinese, seen), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("breachSeverity", "high")
                        .containsEntry("peopleTold", false));
        room.tell(room.chinese, id, "{\"whom\":\"people\",\"sent\":true,\"recipient\":\"mail\",\"text\":\"sorry\"}");
        assertThat(records.of(Subject.person(room.chinese, seen), "en").get(0).fields())
                .containsEntry("peopleTold", true);
    }

    private Reply add(String body) {
        return room.officer(room.chinese).call("POST", "privacy/breaches/" + id + "/people", body);
    }

    private List<UUID> people() {
        return room.breaches.tables().people().of(UUID.fromString(id));
    }

    private void entry(String actor, UUID... about) {
        List<String> persons =
                java.util.Arrays.stream(about).map(UUID::toString).toList();
        room.log.append(new AuditEvent(
                "GET /employees",
                new Actor(actor, List.of("groupHr"), "session"),
                new About(null, persons, null),
                AuditEvent.DONE,
                Map.of()));
    }
}
