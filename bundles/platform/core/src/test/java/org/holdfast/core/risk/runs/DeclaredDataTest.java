package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bundle did not declare to read never reaches it: its scores are those of people about whom that is not known. */
class DeclaredDataTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(
            value = DataCategory.class,
            names = {"ATTENDANCE", "PERFORMANCE", "EMPLOYMENT"})
    void dataAnIndustryDidNotDeclareIsMissingToIt(DataCategory undeclared) {
        Map<UUID, Double> missing = without(undeclared);
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.registry.without(room.industry);
            room.registry.with(room.industry, allBut(undeclared));
            room.run(Kind.SCORE);

            assertThat(room.margins()).isNotEmpty().isEqualTo(missing).isNotEqualTo(withEverything());
            assertThat(room.current.all())
                    .allSatisfy(
                            found -> assertThat(found.score().use().restsOn()).doesNotContain(undeclared));
        }
    }

    @Test
    void dataAnEngineDidNotDeclareIsMissingToo() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.registry.with(room.engine, allBut(DataCategory.ATTENDANCE));
            room.run(Kind.SCORE);

            assertThat(room.margins()).isEqualTo(without(DataCategory.ATTENDANCE));
        }
    }

    @Test
    void whatWasDeclaredIsAskedAtEachRun() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.run(Kind.SCORE);
            assertThat(room.margins()).isEqualTo(withEverything());

            room.registry.without(room.industry);
            room.registry.with(room.industry, allBut(DataCategory.ATTENDANCE));
            room.run(Kind.SCORE);

            assertThat(room.margins()).isEqualTo(without(DataCategory.ATTENDANCE));
        }
    }

    @Test
    void aBundleThatDeclaredNothingLearnsNothing() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.registry.without(room.industry);
            room.registry.with(room.industry, new DataCategory[0]);
            room.run(Kind.SCORE);

            assertThat(room.current.all())
                    .allSatisfy(found -> assertThat(found.score().reasons()).isEmpty());
        }
    }

    private static Map<UUID, Double> withEverything() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.run(Kind.SCORE);
            return room.margins();
        }
    }

    /** Scores of the same people where nothing of a category may lawfully be used. */
    private static Map<UUID, Double> without(DataCategory category) {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.open = (person, asked) -> asked != category;
            room.run(Kind.SCORE);
            return room.margins();
        }
    }

    private static DataCategory[] allBut(DataCategory category) {
        return EnumSet.complementOf(EnumSet.of(category)).toArray(new DataCategory[0]);
    }
}
