package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.ScoreChanged;
import org.holdfast.core.risk.runs.RunTable.Cause;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.SignalsArrived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is new about people counts at once, and nothing of it is lost. */
class RescoringTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final SignalsArrived FILE = new SignalsArrived(GeneratedFirm.ID, true);
    private static final SignalsArrived SENT = new SignalsArrived(GeneratedFirm.ID, false);

    private final RiskRoom world = RiskRoom.small(CLOCK);
    private final RunTable table = world.table;
    private final Arrivals arrivals = world.arrivals;
    private final Rescoring rescoring = new Rescoring(
            arrivals, world.runs, new Rescoring.Work(table, world.scoring, world.source, world.lawful), CLOCK);
    private final Deque<Runnable> background = new ArrayDeque<>();
    /** Somebody who is employed today. */
    private final UUID somebody = world.facts.keySet().stream()
            .filter(person -> world.employed(person))
            .findFirst()
            .orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aFileScoresExactlyThoseItIsAboutEvenAfterARestart() {
        scored();
        world.scoring.forget();

        arrivals.note(GeneratedFirm.ID, Set.of(somebody));
        rescoring.soon(FILE, Runnable::run);

        assertThat(scoredPeople()).containsExactly(somebody);
        assertThat(arrivals.subsidiaries()).isEmpty();
        assertThat(table.latest()).hasSize(1);
    }

    @Test
    void whatComesInManyPiecesIsScoredTogether() {
        scored();

        for (UUID person : world.facts.keySet()) {
            arrivals.note(GeneratedFirm.ID, Set.of(person));
            rescoring.soon(SENT, background::add);
        }

        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(arrivals.subsidiaries()).isEmpty();
    }

    @Test
    void muchAtOnceIsOneRunThatShowsWhyItWasMade() {
        scored();

        arrivals.note(GeneratedFirm.ID, Set.of(somebody));
        arrivals.noteEverybody(GeneratedFirm.ID);
        rescoring.soon(FILE, Runnable::run);
        rescoring.soon(FILE, Runnable::run);

        assertThat(table.latest())
                .filteredOn(run -> run.cause() == Cause.ARRIVALS)
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("done");
                    assertThat(run.people()).isPositive();
                });
        assertThat(arrivals.subsidiaries()).isEmpty();
    }

    @Test
    void theFirstFilesOfASubsidiaryScoreNobodyBeforeItsFirstRun() {
        arrivals.noteEverybody(GeneratedFirm.ID);

        rescoring.soon(FILE, Runnable::run);
        boolean nobody = world.events.isEmpty();
        scored();

        assertThat(nobody).isTrue();
        assertThat(arrivals.subsidiaries()).isEmpty();
    }

    @Test
    void whatArrivesWhileTheKeyRingIsClosedIsScoredWhenItOpens() {
        scored();
        world.source.sealed = true;
        world.scoring.forget();
        arrivals.note(GeneratedFirm.ID, Set.of(somebody));

        rescoring.soon(FILE, Runnable::run);
        boolean nobody = world.events.isEmpty();
        world.source.sealed = false;
        rescoring.goOn(Runnable::run);

        assertThat(nobody).isTrue();
        assertThat(scoredPeople()).containsExactly(somebody);
        assertThat(arrivals.subsidiaries()).isEmpty();
    }

    @Test
    void aRunThatFindsTheKeyRingClosedGoesOnUnderItsOwnNameWhenItOpens() {
        world.source.sealed = true;
        Run run = world.runs.start(GeneratedFirm.ID, Kind.SCORE, GeneratedFirm.END, Runnable::run);
        String sealed = table.find(run.id()).orElseThrow().state();

        world.source.sealed = false;
        world.runs.resume(Runnable::run);

        assertThat(sealed).isEqualTo("running");
        assertThat(table.find(run.id()).orElseThrow().state()).isEqualTo("done");
        assertThat(table.latest()).hasSize(1);
    }

    @Test
    void droppedScoresComeBackFromTheDatabase() {
        scored();
        int all = world.current.all().size();

        world.current.drop();

        assertThat(world.current.all()).hasSize(all).isNotEmpty();
    }

    private void scored() {
        world.runs.start(GeneratedFirm.ID, Kind.SCORE, GeneratedFirm.END, Runnable::run);
        world.events.clear();
    }

    private List<UUID> scoredPeople() {
        return world.events.stream()
                .filter(ScoreChanged.class::isInstance)
                .map(event -> ((ScoreChanged) event).personId())
                .toList();
    }
}
