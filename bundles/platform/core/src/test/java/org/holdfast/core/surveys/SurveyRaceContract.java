package org.holdfast.core.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.fixture.LocalDatabase;
import org.junit.jupiter.api.Test;

/** However many answer at once, each answer counts, and none twice. */
abstract class SurveyRaceContract {
    private static final int AT_ONCE = 6;

    abstract LocalDatabase database();

    @Test
    void everyAnswerOfManyAtOnceCountsAndNoneTwice() throws Exception {
        SurveyRoom room = new SurveyRoom(database());
        List<UUID> people = room.hire(24, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        room.self(people.get(0)).call("PUT", "surveys/own/consent", "");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (UUID one : people) {
            String answer = SurveyRoom.scores(4, one.equals(people.get(0)));
            calls.add(() -> room.answer(one, round, answer).status());
            calls.add(() -> room.answer(one, round, answer).status());
        }

        List<Integer> answered = at(calls);
        room.sweep(SurveyRoom.AFTER);

        assertThat(answered).filteredOn(status -> status == 204).hasSize(24);
        assertThat(answered).filteredOn(status -> status == 409).hasSize(24);
        assertThat(room.facts(people.get(0))).hasSize(1);
        assertThat(room.hr().call("GET", "surveys/" + round, "").text("results.answered"))
                .isEqualTo("24");
        room.self(people.get(0)).call("DELETE", "surveys/own/consent", "");
        assertThat(room.facts(people.get(0))).isEmpty();
    }

    private static List<Integer> at(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(calls)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
