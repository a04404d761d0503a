package org.holdfast.core.retention.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.retention.RetentionWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person is told of outcomes, what lies in the database, and that nothing stays longer than it may. */
class OutcomeRightsTest {
    private final OutcomeRoom room = new OutcomeRoom().talked();
    private final Subject person = Subject.person(room.firm, room.person);

    @BeforeEach
    void stays() {
        assertThat(room.record(room.hr(), OutcomeRoom.STAYS).status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @Tag("O12")
    void personIsToldWhatCameOfTheCaseAndNobodyElses() {
        OutcomeRecords records = new OutcomeRecords(room.table);

        assertThat(records.of(person, "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("outcome", "retained")
                        .containsEntry("heldOn", "2026-11-25")
                        .containsEntry("by", "subsidiaryHr")
                        .containsEntry("text", "A raise."));
        assertThat(records.of(Subject.person(room.firm, room.boss), "en")).isEmpty();
    }

    @Test
    @Tag("O14")
    void erasureLeavesNoOutcome() {
        room.world.database.run(connection -> {
            assertThat(OutcomeBeans.traces().count(connection, person)).containsEntry("outcomes", 1L);
            OutcomeBeans.traces().erase(connection, person);
            RetentionWorld.traces().erase(connection, person);
        });

        assertThat(cells()).isEmpty();
    }

    @Test
    @Tag("O11")
    void outcomeEndsWithItsAlertByThePeriodOfTheRuleBook() {
        new AgedTable(RetentionRule.Kind.ALERTS, room.world.database, "alert", "as_of", day -> day)
                .delete(room.firm, LocalDate.of(2026, 11, 26), Set.of());

        assertThat(cells()).isEmpty();
        assertThat(room.reminders.standing()).isEmpty();
    }

    @Test
    void databaseTellsNeitherTheOutcomeNorItsWords() {
        assertThat(cells())
                .isNotEmpty()
                .noneMatch(cell -> cell.contains("retained") || cell.contains("raise") || cell.equals("hr"));
    }

    private List<String> cells() {
        return room.world.database.call(connection -> {
            List<String> cells = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("select * from case_outcome");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        Object cell = row.getObject(column);
                        cells.add(
                                cell instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : String.valueOf(cell));
                    }
                }
            }
            return cells;
        });
    }
}
