package org.holdfast.core.retention.holdout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person is told of lots about them, what lies in the database, and that nothing stays longer than it may. */
class HoldoutRightsTest {
    private final RetentionWorld world = new RetentionWorld();
    private final HoldoutRoom room = new HoldoutRoom(world);
    private final UUID person = world.staff.hire(world.firm, null);
    private final UUID other = world.staff.hire(world.firm, null);
    private final Subject subject = Subject.person(world.firm, person);

    @BeforeEach
    void draw() {
        UUID holdout = room.begin("2027-05-31");
        room.drawn(holdout, person, LocalDate.of(2026, 11, 23), Lot.HELD);
        room.drawn(holdout, other, LocalDate.of(2026, 11, 23), Lot.TOLD);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("O12")
    void personIsToldWhatWasDrawnAboutThemAndUntilWhen() {
        assertThat(room.record(person))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("date", "2026-11-23")
                        .containsEntry("until", "2027-05-22")
                        .containsEntry("heldOut", true)
                        .containsEntry("toldLater", false));
        assertThat(room.record(other))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("heldOut", false)
                        .doesNotContainKey("toldLater"));
    }

    @Test
    @Tag("O14")
    void erasureTakesTheLotAndNobodyElses() {
        world.database.run(connection -> {
            assertThat(HoldoutBeans.traces().count(connection, subject)).containsEntry("holdouts", 1L);
            HoldoutBeans.traces().erase(connection, subject);
        });

        assertThat(room.record(person)).isEmpty();
        assertThat(room.record(other)).hasSize(1);
    }

    @Test
    @Tag("O11")
    void lotEndsByThePeriodOfTheRuleBookForAlerts() {
        new AgedTable(RetentionRule.Kind.ALERTS, world.database, DrawTable.NAME, "drawn_on", day -> day)
                .delete(world.firm, LocalDate.of(2026, 11, 24), Set.of());

        assertThat(room.draws.ofSubsidiary(world.firm)).isEmpty();
    }

    @Test
    @Tag("O20")
    void databaseTellsNeitherTheLotNorTheReasons() {
        List<List<String>> rows = rows("select * from holdout_draw order by person_id");
        rows.addAll(rows("select * from holdout"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).as("as long for either lot").hasSameSizeAs(rows.get(1));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .noneMatch(cell -> cell.contains("HELD") || cell.contains("TOLD") || cell.contains("talks")));
        assertThat(rows.get(0).get(6).length()).isEqualTo(rows.get(1).get(6).length());
    }

    private List<List<String>> rows(String sql) {
        return world.database.call(connection -> {
            List<List<String>> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        Object cell = row.getObject(column);
                        cells.add(
                                cell instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : String.valueOf(cell));
                    }
                    rows.add(cells);
                }
            }
            return rows;
        });
    }
}
