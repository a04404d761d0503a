package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.SignalGate;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.Outline;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.Scorer;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.training.JobProgress;

/**
 * Scores people of a firm as of a day. It goes over them twice, because a person's features need something of everybody:
 * first for the outlines, which fit into memory, then for features and scores of some people at a time. For one thread.
 */
final class ScoringPass {
    private final Scoring.Inputs inputs;
    private final Batches batches;
    private final Task task;
    private final SeriesBuilder builder;
    private final Scorer scorer;
    private final Scoring.Kept kept;

    ScoringPass(Scoring.Inputs inputs, Scoring.Kept kept, Batches batches, Clock clock, Task task) {
        this.inputs = inputs;
        this.kept = kept;
        this.batches = batches;
        this.task = task;
        UUID firm = task.firm().id();
        RiskSettings settings = kept.settings().current(firm);
        this.builder = new SeriesBuilder(task.industry(), task.firm().zone());
        this.scorer = new Scorer(
                firm,
                task.industry(),
                kept.models().inUse(firm, task.industry(), settings.featuresOff()),
                new Scorer.Rules(settings.version(), settings.bands(), settings.evidence(), clock));
    }

    /**
     * What is to be done.
     *
     * @param firm whose people
     * @param industry its industry
     * @param asOf as of which day
     * @param around what the firm tells; takes in the people's outlines
     */
    record Task(Firm firm, IndustryModel industry, LocalDate asOf, Surroundings around) {}

    /**
     * Scores those who were employed.
     *
     * @param people some people or everybody
     * @param publish takes scores, in the order of the people
     * @param progress is told how far it has come
     */
    void score(List<UUID> people, Consumer<List<RiskScore>> publish, JobProgress progress) {
        List<UUID> employed = employed(people, progress);
        int[] done = {0};
        batches.inOrder(employed, this::scores, scores -> {
            publish.accept(scores);
            done[0] += Batches.SIZE;
            progress.reached(0.4 + 0.6 * Math.min(1, (double) done[0] / employed.size()), "scores");
        });
    }

    /**
     * Only takes in people's outlines.
     *
     * @param people everybody
     */
    void survey(List<UUID> people) {
        employed(people, JobProgress.SILENT);
    }

    private List<UUID> employed(List<UUID> people, JobProgress progress) {
        List<UUID> employed = new ArrayList<>();
        int[] done = {0};
        batches.inOrder(people, this::outlines, outlines -> {
            for (Outline outline : outlines) {
                task.around().take(outline);
                if (outline.employed(task.asOf())) {
                    employed.add(outline.person().id());
                }
            }
            done[0] += outlines.size();
            progress.reached(0.4 * done[0] / people.size(), "facts");
        });
        return employed;
    }

    private List<Outline> outlines(List<UUID> people) {
        List<Outline> outlines = new ArrayList<>(people.size());
        inputs.source().facts(task.firm().id(), people, (id, facts) -> outlines.add(builder.outline(id, facts)));
        return outlines;
    }

    private List<RiskScore> scores(List<UUID> people) {
        UUID firm = task.firm().id();
        SignalGate gate = inputs.gate().read(firm, people);
        FeatureRun features = new FeatureRun(task.industry(), firm, gate, task.around());
        List<PersonSeries> series = new ArrayList<>(people.size());
        inputs.source().facts(firm, people, (id, facts) -> series.add(builder.build(id, facts)));
        return scorer.score(
                features, task.asOf(), series, person -> kept.current().band(person, task.asOf()));
    }
}
