package org.holdfast.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures are kept for the next reader, and none of them is told once something it was counted from has changed. */
class KeptFiguresTest {
    private final RetentionWorld world = new RetentionWorld();
    private final Insight insight = new Insight(
            world.staff.people,
            world.current,
            world.alerts,
            new ErasedAttrition(world.database, world.staff.people),
            world.clock);
    private final UUID team = world.staff.department(world.firm, "T", null);

    @BeforeEach
    void hire() {
        for (int i = 0; i < 12; i++) {
            scored(Band.LOW);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void summaryMovesWithScoresPeopleAndAlerts() {
        InsightSummary before = insight.summary(firms());
        UUID person = scored(Band.HIGH);
        world.cross(person, Band.LOW, Band.HIGH);

        InsightSummary after = insight.summary(firms());

        assertThat(after.people()).isEqualTo(before.people() + 1);
        assertThat(after.bands().high()).isEqualTo(before.bands().high() + 1);
        assertThat(after.openAlerts()).isEqualTo(before.openAlerts() + 1);
    }

    @Test
    void heatMapMovesWithScoresPeopleAndDepartments() {
        List<HeatNode> before = insight.heatMap(firms());
        scored(Band.HIGH);

        List<HeatNode> after = insight.heatMap(firms());

        assertThat(after.get(0).headcount()).isEqualTo(before.get(0).headcount() + 1);
        assertThat(after.get(0).highCount()).isEqualTo(1);
        world.staff.department(world.firm, "NEW", null);
        assertThat(insight.heatMap(firms())).hasSize(after.size() + 1);
    }

    @Test
    void attritionMovesWithExitsAndMonths() {
        UUID person = scored(Band.LOW);
        List<AttritionMonth> before = insight.attrition(firms(), 12);
        world.staff.leaves(person, LocalDate.of(2026, 10, 15), "voluntary");

        List<AttritionMonth> after = insight.attrition(firms(), 12);

        assertThat(before.get(11).voluntaryExits()).isZero();
        assertThat(after.get(11).voluntaryExits()).isEqualTo(1);
        assertThat(insight.attrition(firms(), 3)).hasSize(3);
        world.clock.set("2026-12-07T12:00:00Z");
        assertThat(insight.attrition(firms(), 12).get(11).month()).isEqualTo("2026-11");
    }

    private UUID scored(Band band) {
        UUID person = world.staff.hire(world.firm, team, null, LocalDate.of(2020, 1, 1));
        world.scored(person, band, "2026-11-23T12:00:00Z");
        return person;
    }

    private List<Subsidiary> firms() {
        return List.of(world.staff.people.subsidiary(world.firm).orElseThrow());
    }
}
