package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which scores people see does not depend on when the server was started. */
class CurrentScoresTest {
    private static final LocalDate EARLIER = GeneratedFirm.END.minusDays(50);

    private final RiskRoom room = new RiskRoom().withIndustry();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void afterARestartTheSameScoresAreCurrentAndThoseOfLeaversAreNot() {
        room.run(Kind.SCORE, EARLIER);
        Set<UUID> earlier = ids(room.current).keySet();
        room.run(Kind.SCORE);

        Map<UUID, UUID> before = ids(room.current);

        assertThat(before.keySet().containsAll(earlier))
                .as("nobody left in between")
                .isFalse();
        assertThat(ids(room.restarted())).isEqualTo(before);
        assertThat(room.restarted().all()).anyMatch(score -> score.points().size() == 2);
    }

    @Test
    void aFirmThatWasScoredLongAgoStillHasItsScores() {
        LocalDate longAgo = GeneratedFirm.END.minusYears(1);
        room.run(Kind.SCORE, longAgo);

        Map<UUID, UUID> before = ids(room.current);

        assertThat(before).isNotEmpty();
        assertThat(ids(room.restarted())).isEqualTo(before);
    }

    @Test
    void aRunForAnEarlierDayChangesNobodysCurrentScoreAndRaisesNoAlarm() {
        room.run(Kind.SCORE);
        Map<UUID, UUID> before = ids(room.current);
        room.events.clear();

        room.run(Kind.SCORE, EARLIER);

        assertThat(ids(room.current)).isEqualTo(before);
        assertThat(ids(room.restarted())).isEqualTo(before);
        assertThat(room.events).noneMatch(BandCrossed.class::isInstance);
    }

    @Test
    void whoIsScoredAgainAfterTheRunKeepsThatScoreOverARestart() {
        room.run(Kind.SCORE, EARLIER);
        Map<UUID, UUID> ofTheRun = ids(room.current);
        UUID somebody =
                ofTheRun.keySet().stream().filter(room::employed).findFirst().orElseThrow();
        room.scoring.rescore(GeneratedFirm.ID, Set.of(somebody), GeneratedFirm.END);

        Map<UUID, UUID> before = ids(room.current);

        assertThat(before.get(somebody)).isNotNull().isNotEqualTo(ofTheRun.get(somebody));
        assertThat(ids(room.restarted())).isEqualTo(before);
    }

    @Test
    void aRunForAnEarlierDayFillsTheHistoryWithoutARestart() {
        room.run(Kind.SCORE);
        assertThat(room.current.all()).allMatch(current -> Double.isNaN(current.change30()));

        room.run(Kind.SCORE, EARLIER);

        assertThat(points(room.current)).isEqualTo(points(room.restarted()));
        assertThat(room.current.all())
                .anyMatch(current ->
                        Math.abs(current.change30()) > 0 && current.points().size() == 2);
    }

    private static Map<UUID, List<CurrentScores.Point>> points(CurrentScores scores) {
        Map<UUID, List<CurrentScores.Point>> points = new HashMap<>();
        scores.all().forEach(current -> points.put(current.score().personId(), current.points()));
        return points;
    }

    private static Map<UUID, UUID> ids(CurrentScores scores) {
        Map<UUID, UUID> ids = new HashMap<>();
        scores.all()
                .forEach(current ->
                        ids.put(current.score().personId(), current.score().id()));
        return ids;
    }
}
