package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person is told of plans, that words are sealed, and that an erasure leaves nothing. */
class PlanRightsTest {
    private static final String RAISE = "{\"kind\":\"pay\",\"title\":\"A secret raise\",\"percent\":15,"
            + "\"cost\":{\"amount\":60000,\"currency\":\"CNY\"},\"ownerId\":\"%s\"}";

    private final PlanRoom room = new PlanRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @Tag("O12")
    void personIsToldWhatIsPlannedForThem() {
        room.plan(room.flagged(), RAISE.formatted(room.boss));

        PlanRecords records = new PlanRecords(room.table);
        assertThat(records.of(Subject.person(room.firm, room.person), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("title", "A secret raise")
                        .containsEntry("percent", 15.0)
                        .containsEntry("currency", "CNY")
                        .containsEntry("state", "todo"));
        assertThat(records.of(Subject.person(room.firm, room.boss), "en")).isEmpty();
    }

    @Test
    @Tag("O20")
    void whatIsPlannedIsSealed() {
        room.plan(room.flagged(), RAISE.formatted(room.boss));

        assertThat(content()).hasSize(2).noneMatch(row -> row.contains("secret") || row.contains("60000"));
    }

    @Test
    @Tag("O14")
    void erasureLeavesNoPlanOfThePersonAndTakesThemOutOfThoseOfOthers() {
        String plan = room.plan(room.flagged(), RAISE.formatted(room.boss));
        room.rules.set(room.firm, new ApprovalRule(Approval.NAMED, room.boss));

        erase(room.boss);
        assertThat(room.table.find(UUID.fromString(plan)).orElseThrow().actions())
                .allSatisfy(action -> assertThat(action.task().ownerId()).isNull());
        assertThat(room.rules.of(room.firm)).isEqualTo(ApprovalRule.LINE);

        erase(room.person);
        assertThat(room.table.all()).isEmpty();
        assertThat(content()).isEmpty();
    }

    private void erase(UUID whom) {
        room.world.database.run(connection -> new PlanTraces().erase(connection, Subject.person(room.firm, whom)));
    }

    private List<String> content() {
        return room.world.database.call(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery(
                            "select content from plan_action union all select content from plan_step")) {
                while (row.next()) {
                    rows.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return rows;
        });
    }
}
