package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Employee.Status;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.settings.RiskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final RetentionWorld world = new RetentionWorld();
    private final UUID top = world.staff.hire(world.firm, null);
    private final UUID boss = world.staff.hire(world.firm, top);
    private final UUID person = world.staff.hire(world.firm, boss);
    private final UUID report = world.staff.hire(world.firm, person);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void crossingOpensOneAlertForHrAndTheSuperior() {
        Alert alert = open(person);

        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        assertThat(alert.recipients())
                .extracting(Recipient::role)
                .containsExactly(Recipient.Role.HR, Recipient.Role.MANAGER);
        assertThat(alert.recipient(Recipient.Role.HR).orElseThrow().deliveredAt())
                .isEqualTo(RetentionWorld.MONDAY);
        assertThat(managerOf(alert)).contains(boss);
    }

    @Test
    void risingFurtherOrCrossingAgainOpensNoSecondAlert() {
        Alert first = open(person);

        world.cross(person, Band.MID_HIGH, Band.HIGH);
        world.cross(person, Band.LOW, Band.HIGH);

        assertThat(world.alerts.all()).extracting(Alert::id).containsExactly(first.id());
    }

    @Test
    void crossingAgainAfterTheQuietTimeOpensANewAlert() {
        Alert first = open(person);
        close(first);
        world.clock.set("2026-12-24T12:00:00Z");

        Alert second = open(person);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(world.alerts.all()).hasSize(2);
    }

    @Test
    void fallingOrStayingUnderTheThresholdOpensNothing() {
        assertThat(world.cross(person, Band.HIGH, Band.LOW)).isEmpty();
        assertThat(world.cross(person, Band.UNKNOWN, Band.LOW)).isEmpty();
        assertThat(world.cross(person, Band.LOW, Band.MEDIUM)).isEmpty();
        assertThat(world.cross(person, Band.MEDIUM, Band.MID_HIGH)).isPresent();
    }

    @Test
    void absentSuperiorIsPassedOverForTheNextOneUp() {
        world.staff.status(boss, Status.ON_LEAVE);

        assertThat(managerOf(open(person))).contains(top);
    }

    @Test
    void withoutASuperiorHrAloneGetsIt() {
        assertThat(open(top).recipients()).extracting(Recipient::role).containsExactly(Recipient.Role.HR);
    }

    @Test
    void flaggedManagersAlertGoesUpAndSoDoThoseOfTheirPeople() {
        assertThat(managerOf(open(boss))).contains(top);
        assertThat(managerOf(open(person))).contains(top);
    }

    @Test
    void alertNeverGoesToThePersonOrTheirReports() {
        world.staff.lead(boss, report);

        assertThat(managerOf(open(person))).isEmpty();
    }

    @Test
    void superiorGetsItInTheMorningAndNotBefore() {
        Alert alert = open(person);

        world.clock.set("2026-11-24T00:59:59Z");
        assertThat(world.alerts.deliver()).isZero();
        world.clock.set("2026-11-24T01:00:00Z");
        assertThat(world.alerts.deliver()).isEqualTo(1);
        assertThat(world.alerts.deliver()).isZero();

        assertThat(world.alerts
                        .find(alert.id())
                        .deliveredManager()
                        .orElseThrow()
                        .deliveredAt())
                .isEqualTo("2026-11-24T01:00:00Z");
    }

    @Test
    void nothingIsDeliveredWhileTheKeyRingIsClosedAndItComesLateInstead() {
        Alert alert = open(person);
        boolean[] ring = {false};
        AlertSweep sweep = world.sweep(() -> ring[0]);
        world.clock.set("2026-11-24T01:00:00Z");

        sweep.run();
        boolean kept = world.alerts
                        .find(alert.id())
                        .recipient(Recipient.Role.MANAGER)
                        .orElseThrow()
                        .deliveredAt()
                == null;
        ring[0] = true;
        sweep.run();

        assertThat(kept).isTrue();
        assertThat(world.alerts.find(alert.id()).deliveredManager()).isPresent();
    }

    @Test
    void morningIsThatOfTheSuperiorsTimeZone() {
        UUID abroad = world.staff.subsidiary("US", "America/New_York");
        UUID far = world.staff.hire(abroad, null);
        world.staff.lead(person, far);

        Alert alert = open(person);

        assertThat(alert.recipient(Recipient.Role.MANAGER).orElseThrow().deliverAt())
                .isEqualTo("2026-11-24T14:00:00Z");
    }

    @Test
    void superiorWhoWasFlaggedOverNightDoesNotGetIt() {
        Alert alert = open(person);
        open(boss);

        world.clock.set("2026-11-24T01:00:00Z");
        world.alerts.deliver();

        assertThat(managerOf(world.alerts.find(alert.id()))).contains(top);
    }

    @Test
    void closedAlertIsNotDeliveredAnyMore() {
        Alert alert = open(person);
        world.alerts.close(alert, "hr", CloseReason.WRONG_DATA, "");

        world.clock.set("2026-11-24T01:00:00Z");

        assertThat(world.alerts.deliver()).isZero();
        assertThat(world.alerts.find(alert.id()).deliveredManager()).isEmpty();
    }

    @Test
    void alertIsAcknowledgedOnceThenClosedForGood() {
        Alert alert = open(person);

        Alert taken = world.alerts.acknowledge(alert, "anna");
        world.clock.set("2026-11-23T13:00:00Z");
        Alert again = world.alerts.acknowledge(alert, "ben");
        Alert closed = world.alerts.close(alert, "ben", CloseReason.TALKED, "a note");

        assertThat(taken.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(again.times().acknowledgedAt()).isEqualTo(RetentionWorld.MONDAY);
        assertThat(closed.state()).isEqualTo(AlertState.CLOSED);
        assertThat(closed.times().closedAt()).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(world.alerts.handling(closed)).isEqualTo(new Handling("anna", "ben", "talked", "a note"));
        assertThatThrownBy(() -> world.alerts.acknowledge(closed, "cleo")).isInstanceOf(RestException.class);
        assertThatThrownBy(() -> world.alerts.close(closed, "cleo", CloseReason.LEFT, ""))
                .isInstanceOf(RestException.class);
    }

    @Test
    void openAlertCanBeClosedWithoutBeingAcknowledged() {
        assertThat(world.alerts
                        .close(open(person), "anna", CloseReason.NO_ACTION, "")
                        .state())
                .isEqualTo(AlertState.CLOSED);
    }

    @Test
    void whatAStopKeptFromBeingOpenedIsOpenedLaterAndOnlyOnce() {
        world.current.add(world.score(person, Band.HIGH));
        world.current.add(world.score(report, Band.LOW));

        assertThat(world.threshold.catchUp()).isEqualTo(1);
        assertThat(world.threshold.catchUp()).isZero();
        world.alerts.close(world.alerts.unclosed(person).orElseThrow(), "hr", CloseReason.NO_ACTION, "");
        assertThat(world.threshold.catchUp()).isZero();
    }

    @Test
    void afterAnAlertWasClosedItIsQuietForThirtyDays() {
        close(cross(Band.MID_HIGH));

        world.clock.set("2026-12-23T11:59:59Z");
        assertThat(world.cross(person, Band.MEDIUM, Band.MID_HIGH)).isEmpty();
        world.clock.set("2026-12-23T12:00:01Z");
        assertThat(world.cross(person, Band.MEDIUM, Band.MID_HIGH)).isPresent();
    }

    @Test
    void whoRisesAWholeBandHigherIsToldOfInTheQuietTimeToo() {
        close(cross(Band.MID_HIGH));

        assertThat(world.cross(person, Band.MID_HIGH, Band.HIGH)).isPresent();
    }

    @Test
    void whoFallsAndRisesToTheSameBandInTheQuietTimeIsNotToldOfAgain() {
        close(cross(Band.HIGH));

        assertThat(world.cross(person, Band.LOW, Band.MID_HIGH)).isEmpty();
        assertThat(world.cross(person, Band.MID_HIGH, Band.HIGH)).isEmpty();
    }

    @Test
    void whoIsStillOverTheThresholdAfterTheQuietTimeGetsANewAlert() {
        close(cross(Band.HIGH));
        world.current.add(world.score(person, Band.HIGH));

        assertThat(world.threshold.catchUp()).isZero();
        world.clock.set("2026-12-23T12:00:01Z");
        assertThat(world.threshold.catchUp()).isEqualTo(1);
        assertThat(world.threshold.catchUp()).isZero();
    }

    @Test
    void theQuietTimeIsTheSubsidiarys() {
        world.settings.put(world.firm, RiskSettings.STANDARD.withQuietDays(0));
        close(cross(Band.HIGH));

        assertThat(world.cross(person, Band.MEDIUM, Band.HIGH)).isPresent();
    }

    @Test
    void aboutWhomTheFirmDoesNotNegotiateAnyMoreThereIsNoFurtherAlert() {
        close(cross(Band.MID_HIGH));
        world.decided.add(person);
        world.clock.set("2027-03-01T12:00:00Z");

        assertThat(world.cross(person, Band.MEDIUM, Band.HIGH)).isEmpty();
        world.decided.clear();
        assertThat(world.cross(person, Band.MEDIUM, Band.HIGH)).isPresent();
    }

    private Alert cross(Band band) {
        return world.cross(person, Band.LOW, band).orElseThrow();
    }

    private void close(Alert alert) {
        world.alerts.close(alert, "hr", CloseReason.TALKED, "");
    }

    @Test
    void databaseHoldsNeitherBandNorScoreNorNoteInPlainWords() {
        Alert alert = open(person, RetentionWorld.inner().toArray(Reason[]::new));
        world.alerts.close(alert, "hr", CloseReason.TALKED, "a telling note");

        assertThat(everyCell())
                .noneMatch(cell -> cell.contains("telling note")
                        || cell.contains("high")
                        || cell.contains("attendance")
                        || cell.contains("talked"));
    }

    private Alert open(UUID whom, Reason... reasons) {
        return world.cross(whom, Band.LOW, Band.HIGH, reasons).orElseThrow();
    }

    private static Optional<UUID> managerOf(Alert alert) {
        return alert.recipient(Recipient.Role.MANAGER).map(Recipient::personId);
    }

    private List<String> everyCell() {
        return world.database.call(connection -> {
            List<String> cells = new ArrayList<>();
            for (String table : List.of("alert", "alert_recipient")) {
                try (PreparedStatement statement = connection.prepareStatement("select * from " + table);
                        ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            Object cell = row.getObject(column);
                            cells.add(
                                    cell instanceof byte[] bytes
                                            ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                            : String.valueOf(cell));
                        }
                    }
                }
            }
            return cells;
        });
    }
}
