package org.holdfast.core.retention.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.access.Role;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.HeldOut.Risen;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lot decides once whether somebody is talked with; nobody is told of it, and it can be ended at any moment. */
class HoldoutTest {
    private static final String LAST_DAY = "2027-05-31";

    private final CaseRoom cases = new CaseRoom();
    private final RetentionWorld world = cases.world;
    private final HoldoutRoom room = new HoldoutRoom(world);
    private final UUID firm = world.firm;
    private final UUID boss = world.staff.hire(firm, null);
    private final UUID person = world.staff.hire(firm, boss);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void untilSomebodyBeginsItEverybodyIsTold() {
        for (int i = 0; i < 20; i++) {
            room.next.add(true);
            assertThat(world.opens(world.staff.hire(firm, boss), Band.MID_HIGH)).isTrue();
        }
        assertThat(room.next).as("no lot was drawn").hasSize(20);
    }

    @Test
    @Tag("O6")
    void nothingIsDrawnBeforeASecondPersonConfirmed() {
        Reply wanted = room.wants(HoldoutRoom.HR, draft(50, LAST_DAY, EthicsNote.VERSION, HoldoutRoom.REASONS));
        assertThat(wanted.text("state")).as(wanted.body()).isEqualTo("proposed");
        assertThat(wanted.text("keyPostsExempt") + wanted.text("highestExempt")).isEqualTo("truetrue");
        String confirm = room.path("/" + wanted.text("id") + "/countersignature");
        room.next.add(true);
        assertThat(world.opens(person, Band.MID_HIGH)).isTrue();

        assertThat(room.reminders()).containsExactly("holdoutToConfirm " + firm);
        Reply own = room.as(HoldoutRoom.HR, Role.GROUP_HR).call("POST", confirm, "");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("type")).isEqualTo("/problems/holdout-not-to-be-confirmed");
        Reply second = room.as(HoldoutRoom.OFFICER, Role.DPO).call("POST", confirm, "");

        assertThat(second.text("state")).as(second.body()).isEqualTo("running");
        assertThat(room.reminders()).isEmpty();
        assertThat(second.text("confirmedBy")).isEqualTo("Name " + HoldoutRoom.OFFICER);
        assertThat(world.opens(world.staff.hire(firm, boss), Band.MID_HIGH)).isFalse();
        assertThat(room.wants(HoldoutRoom.HR, draft(50, LAST_DAY, EthicsNote.VERSION, HoldoutRoom.REASONS))
                        .text("type"))
                .isEqualTo("/problems/holdout-under-way");
    }

    @Test
    void wishThatNobodyConfirmedCanBeTakenBack() {
        String id = room.wants(HoldoutRoom.HR, draft(50, LAST_DAY, EthicsNote.VERSION, HoldoutRoom.REASONS))
                .text("id");
        Reply stopped = room.as(HoldoutRoom.HR, Role.GROUP_HR).call("POST", room.path("/" + id + "/stop"), "");

        assertThat(stopped.text("state")).isEqualTo("withdrawn");
        assertThat(room.as(HoldoutRoom.OFFICER, Role.DPO)
                        .call("POST", room.path("/" + id + "/countersignature"), "")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "4,2027-05-31,1,30,holdoutShare",
        "51,2027-05-31,1,30,holdoutShare",
        "20,2026-11-23,1,30,holdoutLastDay",
        "20,2027-11-24,1,30,holdoutLastDay",
        "20,2027-05-31,2,30,holdoutNote",
        "20,2027-05-31,1,29,holdoutReasons",
        "20,2027-05-31,1,2001,holdoutReasons"
    })
    void whatGoesTooFarOrWasNotReadIsRefused(int share, String lastDay, int note, int letters, String code) {
        Reply reply = room.wants(HoldoutRoom.HR, draft(share, lastDay, note, "x".repeat(letters)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(code);
        assertThat(room.table.of(firm)).isEmpty();
    }

    @Test
    void theNoteStandsInTheReadersLanguageWithItsVersion() {
        String zh = room.as(HoldoutRoom.HR, Role.GROUP_HR)
                .with("Accept-Language", "zh")
                .call("GET", room.path(""), "")
                .body();

        assertThat(zh).contains("\"noteVersion\":1", "抽签").doesNotContain("holdout.note");
    }

    @Test
    void lotIsDrawnOnceHoweverOftenTheScoreRises() {
        room.begin(LAST_DAY);
        room.next.add(true);
        assertThat(world.opens(person, Band.MID_HIGH)).isFalse();
        assertThat(world.opens(person, Band.MID_HIGH)).isFalse();
        world.scored(person, Band.MID_HIGH, "2026-12-01T12:00:00Z");

        assertThat(world.opensDue()).isZero();
        assertThat(room.draws.ofPerson(person)).singleElement().matches(Draw::heldOut);
        assertThat(world.opens(boss, Band.MID_HIGH)).as("who is to be told is").isTrue();
        assertThat(room.draws.ofPerson(boss)).singleElement().matches(draw -> !draw.heldOut());
    }

    @Test
    void whoIsHeldOutIsToldToNobody() {
        world.perWeek(50);
        hold(person, Band.MID_HIGH);
        cases.at("2026-11-24T01:00:00Z");
        cases.at("2026-11-30T01:00:00Z");

        assertThat(world.alerts.unclosed()).isEmpty();
        assertThat(world.alerts.countOpen(firm)).isZero();
        assertThat(world.listed(boss)).isEmpty();
        assertThat(world.waiting()).isZero();
        assertThat(world.alertWork().items(RetentionWorld.hr())).isEmpty();
        assertThat(cases.work().items(RetentionWorld.manager(boss))).isEmpty();
        assertThat(cases.reminders()).isZero();
        assertThat(cases.record(person)).as("no case").isEmpty();
        assertThat(world.record(person)).as("no alert").isEmpty();
        assertThat(room.as(HoldoutRoom.HR, Role.GROUP_HR)
                        .call("GET", room.path(""), "")
                        .body())
                .doesNotContain(person.toString());
    }

    @Test
    void keyPostsAndTheHighestBandAreNotDrawn() {
        room.begin(LAST_DAY);
        room.next.addAll(List.of(true, true));
        world.staff.pay(person, 300_000, true);

        assertThat(world.opens(person, Band.MID_HIGH)).isTrue();
        assertThat(world.opens(boss, Band.HIGH)).isTrue();
        assertThat(room.draws.ofSubsidiary(firm)).isEmpty();
    }

    @Test
    void bothAreDrawnWhereTwoPeopleSaidSo() {
        room.begin(
                new HoldoutDraft(50, LocalDate.parse(LAST_DAY), false, false, EthicsNote.VERSION, HoldoutRoom.REASONS));
        room.next.addAll(List.of(true, true));
        world.staff.pay(person, 300_000, true);

        assertThat(world.opens(person, Band.MID_HIGH)).isFalse();
        assertThat(world.opens(boss, Band.HIGH)).isFalse();
    }

    @Test
    void whoRisesToTheHighestBandIsToldAtOnceAndStaysInTheirGroup() {
        hold(person, Band.MID_HIGH);

        assertThat(world.opens(person, Band.HIGH)).isTrue();
        assertThat(room.draws.ofPerson(person))
                .singleElement()
                .matches(Draw::heldOut)
                .matches(draw -> draw.lot() == Draw.Lot.HELD_THEN_TOLD);
    }

    @Test
    void stopTellsThoseWhoAreStillOverTheThresholdWithTheNextSweep() {
        UUID holdout = room.begin(LAST_DAY);
        UUID fell = world.staff.hire(firm, boss);
        room.next.addAll(List.of(true, true));
        Stream.of(person, fell).forEach(one -> world.opens(one, Band.MID_HIGH));
        world.scored(person, Band.MID_HIGH, "2026-11-30T12:00:00Z");
        world.scored(fell, Band.LOW, "2026-11-30T12:00:00Z");
        world.sweeps();
        assertThat(world.alerts.unclosed()).isEmpty();

        room.as(HoldoutRoom.OFFICER, Role.DPO).call("POST", room.path("/" + holdout + "/stop"), "");
        world.sweeps();

        assertThat(world.alerts.unclosed())
                .singleElement()
                .matches(alert -> alert.personId().equals(person));
        assertThat(room.draws.ofPerson(person)).singleElement().matches(draw -> draw.lot() == Draw.Lot.HELD_THEN_TOLD);
        assertThat(world.opens(world.staff.hire(firm, boss), Band.MID_HIGH)).isTrue();
    }

    @Test
    void afterTheHorizonTheyAreTreatedAsAnybodyAndNeverDrawnAgain() {
        hold(person, Band.MID_HIGH);
        world.scored(person, Band.MID_HIGH, "2027-05-22T12:00:00Z");
        assertThat(world.opensDue()).as("the last day of the horizon").isZero();
        room.next.add(true);

        world.scored(person, Band.MID_HIGH, "2027-05-23T12:00:00Z");

        assertThat(world.opensDue()).isEqualTo(1);
        assertThat(room.draws.ofPerson(person)).singleElement().matches(draw -> draw.lot() == Draw.Lot.HELD);
        assertThat(room.next).hasSize(1);
    }

    @Test
    void whoIsHeldOutStaysSoAfterTheLastDayAndNobodyElseIsDrawn() {
        room.begin("2026-11-30");
        room.next.addAll(List.of(true, true));
        world.opens(person, Band.MID_HIGH);
        world.scored(person, Band.MID_HIGH, "2026-12-01T12:00:00Z");

        assertThat(world.opensDue()).isZero();
        assertThat(world.opens(boss, Band.MID_HIGH)).isTrue();
    }

    @Test
    void heldOutTakeNoPlaceOfAWeek() {
        world.perWeek(2);
        room.begin(LAST_DAY);
        room.next.addAll(List.of(true, true));
        for (int i = 0; i < 5; i++) {
            world.scored(world.staff.hire(firm, boss), Band.MID_HIGH, RetentionWorld.MONDAY);
        }

        assertThat(world.opensDue() + world.opensDue() + world.opensDue()).isEqualTo(2);
        assertThat(world.waiting()).isEqualTo(1);
    }

    @Test
    void manyLotsComeToTheShareThatWasSaid() {
        room.begin(new HoldoutDraft(20, LocalDate.parse(LAST_DAY), false, null, 1, HoldoutRoom.REASONS));
        Lots random = room.lots(new Random(7));
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(2_000).toList();
        world.vault.prepare(firm, people);
        long held = people.stream()
                .filter(one -> !random.tells(new Risen(firm, one, Band.MID_HIGH)))
                .count();

        assertThat(held / 2_000.0).isCloseTo(0.2, within(0.03));
    }

    @Test
    void anotherSubsidiaryIsNotTouched() {
        room.begin(LAST_DAY);
        room.next.add(true);
        UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");

        assertThat(world.opens(world.staff.hire(other, null), Band.MID_HIGH)).isTrue();
        assertThat(room.as(HoldoutRoom.HR, Role.GROUP_HR)
                        .call("GET", "subsidiaries/" + other + "/holdouts", "")
                        .status())
                .isEqualTo(404);
    }

    private void hold(UUID somebody, Band band) {
        room.begin(LAST_DAY);
        room.next.add(true);
        assertThat(world.opens(somebody, band)).isFalse();
        world.scored(somebody, band, RetentionWorld.MONDAY);
        assertThat(world.opensDue()).isZero();
    }

    private static String draft(int share, String lastDay, int note, String reasons) {
        return "{\"share\":%d,\"lastDay\":\"%s\",\"noteVersion\":%d,\"reasons\":\"%s\"}"
                .formatted(share, lastDay, note, reasons);
    }
}
