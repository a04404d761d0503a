package org.holdfast.core.privacy.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.protection.RecordTampered;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record whose ciphertext was altered opens an incident by itself, once per subsidiary and day. */
@Tag("O25")
class FoundBreachesTest {

    @TempDir
    Path data;

    private BreachRoom room;
    private UUID mei;
    private UUID wang;

    @BeforeEach
    void open() {
        room = new BreachRoom(data);
        mei = room.staff.hire(room.chinese, null);
        wang = room.staff.hire(room.chinese, null);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theIncidentIsThereWithItsClockAndWhomTheRecordIsAbout() {
        room.found.take(tampered(mei));

        Breach breach = only();
        assertThat(breach.subsidiaryId()).isEqualTo(room.chinese);
        assertThat(breach.state()).isEqualTo(State.OPEN);
        assertThat(breach.origin().by()).isNull();
        assertThat(breach.times().authorityDueAt()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(room.breaches.tables().people().of(breach.id())).containsExactly(mei);
        assertThat(room.show(room.chinese, breach.id().toString()).text("foundIn"))
                .isEqualTo("employee.payload");
        assertThat(room.audited).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("breach.opened");
            assertThat(event.actor().id()).isEqualTo("server");
            assertThat(event.about().persons()).containsExactly(mei.toString());
        });
    }

    @Test
    void furtherRecordsOfTheDayJoinItAndTheNextDayHasItsOwn() {
        for (int times = 0; times < 100; times++) {
            room.found.take(tampered(mei));
            room.found.take(tampered(wang));
        }
        assertThat(room.found.known(tampered(wang))).isTrue();
        assertThat(room.breaches.tables().people().of(only().id())).containsExactlyInAnyOrder(mei, wang);

        room.clock.set("2026-11-26T15:59:59Z");
        room.found.take(tampered(mei));
        assertThat(room.breaches.tables().breaches().all()).hasSize(1);
        room.clock.set("2026-11-26T16:00:00Z");
        assertThat(room.found.known(tampered(mei))).isFalse();
        room.found.take(tampered(mei));
        assertThat(room.breaches.tables().breaches().all()).hasSize(2);
        assertThat(room.audited).hasSize(2);
    }

    @Test
    void anotherServerOverTheSameDatabaseOpensNoSecondOne() {
        room.found.take(tampered(mei));

        new FoundBreaches(room.breaches, room.staff.people, room.audited::add).take(tampered(wang));

        assertThat(room.breaches.tables().people().of(only().id())).containsExactlyInAnyOrder(mei, wang);
    }

    @Test
    void whatBelongsToTheGroupConcernsEverySubsidiary() {
        room.found.take(new RecordTampered(Subject.subsidiary(new UUID(0, 0)), "access_user.display_name"));

        List<Breach> all = room.breaches.tables().breaches().all();
        assertThat(all).extracting(Breach::subsidiaryId).containsExactlyInAnyOrder(room.chinese, room.european);
        assertThat(all).extracting(Breach::incidentId).containsOnly(all.get(0).incidentId());
    }

    @Test
    void whatCannotBeAuditedIsTriedAgain() {
        FoundBreaches mute = new FoundBreaches(room.breaches, room.staff.people, event -> {
            throw new IllegalStateException("disk full");
        });

        try {
            mute.take(tampered(mei));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("disk full");
        }

        assertThat(room.breaches.tables().breaches().all()).isEmpty();
        assertThat(mute.known(tampered(mei))).isFalse();
    }

    private Breach only() {
        List<Breach> all = room.breaches.tables().breaches().all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private RecordTampered tampered(UUID person) {
        return new RecordTampered(Subject.person(room.chinese, person), "employee.payload");
    }
}
