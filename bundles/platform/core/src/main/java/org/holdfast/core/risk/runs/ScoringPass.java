package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
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
import org.holdfast.core.signals.Fact;

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
            for (Outlined person : outlines) {
                if (person.teamsMayKnow) {
                    task.around().take(person.outline);
                }
                if (person.mayScore && person.outline.employed(task.asOf())) {
                    employed.add(person.outline.person().id());
                }
            }
            done[0] += outlines.size();
            progress.reached(0.4 * done[0] / people.size(), "facts");
        });
        return employed;
    }

    private List<Outlined> outlines(List<UUID> people) {
        UUID firm = task.firm().id();
        SignalGate gate = inputs.gate().read(firm, people);
        List<Outlined> outlines = new ArrayList<>(people.size());
        inputs.source()
                .facts(
                        firm,
                        people,
                        (id, facts) -> outlines.add(new Outlined(
                                builder.outline(id, lawful(gate, id, facts)),
                                gate.mayScore(firm, id),
                                gate.lets(firm, id, DataCategory.EMPLOYMENT, task.asOf()))));
        return outlines;
    }

    private List<Fact> lawful(SignalGate gate, UUID person, List<Fact> facts) {
        return builder.lawful(facts, gate.categories(task.firm().id(), person, task.asOf())::contains);
    }

    /**
     * A person's outline.
     *
     * @param mayScore whether the person has been told and so may be scored
     * @param teamsMayKnow whether the person counts in what colleagues' features say of the team
     */
    private record Outlined(Outline outline, boolean mayScore, boolean teamsMayKnow) {}

    private List<RiskScore> scores(List<UUID> people) {
        UUID firm = task.firm().id();
        SignalGate gate = inputs.gate().read(firm, people);
        FeatureRun features = new FeatureRun(task.industry(), firm, gate, task.around());
        List<PersonSeries> series = new ArrayList<>(people.size());
        inputs.source().facts(firm, people, (id, facts) -> series.add(builder.build(id, lawful(gate, id, facts))));
        return scorer.score(
                features, task.asOf(), series, person -> kept.current().band(person, task.asOf()));
    }

    /**
     * Scores one person under several versions of what is known. Nothing is taken in: neither teams nor sources learn of
     * what is imagined.
     *
     * @param person the person
     * @param versions each makes another version of the person's facts; what the gate holds back stays held back in each
     * @return the scores, in the order of the versions; none where the person may not be scored or is not employed
     */
    List<RiskScore> imagine(UUID person, List<UnaryOperator<List<Fact>>> versions) {
        UUID firm = task.firm().id();
        SignalGate gate = inputs.gate().read(firm, List.of(person));
        if (!gate.mayScore(firm, person)) {
            return List.of();
        }
        FeatureRun features = new FeatureRun(task.industry(), firm, gate, task.around());
        List<PersonSeries> series = new ArrayList<>(versions.size());
        inputs.source()
                .facts(
                        firm,
                        List.of(person),
                        (id, facts) -> versions.forEach(
                                version -> series.add(builder.build(id, lawful(gate, id, version.apply(facts))))));
        return scorer.score(features, task.asOf(), series, id -> kept.current().band(id, task.asOf()));
    }

    /** Which signals the model in use reads. */
    Set<String> read() {
        return scorer.signals();
    }
}
