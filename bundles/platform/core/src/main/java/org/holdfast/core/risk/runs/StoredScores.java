package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;

/** The scores of the database, and which of them may be current. Safe for use from many threads. */
public final class StoredScores implements CurrentScores.Stored {
    private final Supplier<Collection<UUID>> subsidiaries;
    private final RunTable runs;
    private final ScoreTable scores;

    /**
     * Creates it.
     *
     * @param subsidiaries which there are
     * @param runs when they were scored
     * @param scores the scores
     */
    public StoredScores(Supplier<Collection<UUID>> subsidiaries, RunTable runs, ScoreTable scores) {
        this.subsidiaries = subsidiaries;
        this.runs = runs;
        this.scores = scores;
    }

    @Override
    public Map<UUID, LocalDate> runDays() {
        Map<UUID, LocalDate> done = runs.latestDays();
        Map<UUID, LocalDate> days = new LinkedHashMap<>();
        subsidiaries.get().forEach(id -> days.put(id, done.getOrDefault(id, NO_RUN)));
        return days;
    }

    @Override
    public void since(UUID subsidiaryId, LocalDate day, Consumer<RiskScore> action) {
        scores.since(subsidiaryId, day, action);
    }
}
