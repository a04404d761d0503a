package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.ScoreChanged;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.ScoringPass.Task;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.DataUse;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.signals.Fact;

/**
 * Scores a subsidiary as of a day, or single people when something new is known about them. Scores are stored before
 * anybody hears of them. Safe for use from many threads; one subsidiary is scored by one thread at a time.
 */
public final class Scoring {
    private final Inputs inputs;
    private final RiskSource source;
    private final Capabilities capabilities;
    private final Kept kept;
    private final Batches batches;
    private final Consumer<Object> events;
    private final Clock clock;
    private final Map<UUID, Surroundings> surroundings = new ConcurrentHashMap<>();
    private final Map<UUID, Object> locks = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param inputs where people, facts and permissions come from
     * @param kept what is kept about risk
     * @param events hears of {@link ScoreChanged} and {@link BandCrossed}
     * @param clock the time
     * @param workers reads facts and computes scores, on as many threads as there are cores
     */
    public Scoring(Inputs inputs, Kept kept, Consumer<Object> events, Clock clock, Executor workers) {
        this.inputs = inputs;
        this.source = inputs.source();
        this.capabilities = inputs.capabilities();
        this.kept = kept;
        this.batches = new Batches(workers, Runtime.getRuntime().availableProcessors());
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where runs get what they work on.
     *
     * @param source people and facts
     * @param capabilities industries and engines
     * @param lawful what may be used about whom
     * @param permission whether a subsidiary's people may be scored at all
     */
    public record Inputs(
            RiskSource source, Capabilities capabilities, SignalGate lawful, ScoringPermission permission) {

        /**
         * Returns what a run may use.
         *
         * @return what is lawful, less what the bundles did not declare to read
         */
        SignalGate gate() {
            return new DeclaredGate(source, capabilities, lawful);
        }
    }

    /**
     * What is kept about risk.
     *
     * @param settings settings per subsidiary
     * @param models the model in use per subsidiary
     * @param scores all scores
     * @param current the current scores
     */
    public record Kept(SettingsTable settings, Models models, ScoreTable scores, CurrentScores current) {}

    /**
     * Scores everybody who was employed.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf as of which day
     * @param progress is told how far it has come
     * @return how many people were scored
     */
    public int scoreAll(UUID subsidiaryId, LocalDate asOf, JobProgress progress) {
        return scoreAll(subsidiaryId, asOf, progress, scores -> {});
    }

    /**
     * Scores everybody who was employed.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf as of which day
     * @param progress is told how far it has come
     * @param also hears of the scores, batch by batch, on the calling thread
     * @return how many people were scored
     */
    int scoreAll(UUID subsidiaryId, LocalDate asOf, JobProgress progress, Consumer<List<RiskScore>> also) {
        Optional<Firm> firm = source.firm(subsidiaryId);
        if (firm.isEmpty()) {
            return 0;
        }
        synchronized (lock(subsidiaryId)) {
            List<UUID> everybody = source.people(subsidiaryId);
            Set<UUID> scored = new HashSet<>();
            Consumer<List<RiskScore>> publish = scores -> {
                publish(scores);
                also.accept(scores);
                scores.forEach(score -> scored.add(score.personId()));
            };
            Optional<IndustryModel> industry = capabilities.industry(firm.get());
            if (industry.isPresent()) {
                Surroundings around = new Surroundings(source.market());
                pass(new Task(firm.get(), industry.get(), asOf, around)).score(everybody, publish, progress);
                surroundings.put(subsidiaryId, around);
            } else {
                new Batches(Runnable::run, 1).inOrder(everybody, batch -> unknown(firm.get(), asOf, batch), publish);
            }
            kept.current().ran(subsidiaryId, asOf, scored);
            return scored.size();
        }
    }

    /** Drops what is held in memory about teams and posts; it is read again when it is needed. */
    public void forget() {
        surroundings.clear();
    }

    private ScoringPass pass(Task task) {
        return new ScoringPass(inputs, kept, batches, clock, task);
    }

    /**
     * Scores people anew because something became known about them.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @param asOf as of which day
     */
    public void rescore(UUID subsidiaryId, Collection<UUID> persons, LocalDate asOf) {
        if (persons.isEmpty()) {
            return;
        }
        if (inputs.permission().refusal(subsidiaryId).isPresent()) {
            // What rested on data that may no longer be used must go, even where nothing may take its place.
            kept.current().forget(persons);
            return;
        }
        source.firm(subsidiaryId).ifPresent(firm -> {
            LocalDate today = today(firm);
            synchronized (lock(subsidiaryId)) {
                capabilities.industry(firm).ifPresent(industry -> {
                    Set<UUID> left = new HashSet<>(persons);
                    pass(new Task(firm, industry, asOf, around(firm, industry, today)))
                            .score(
                                    List.copyOf(persons),
                                    scores -> {
                                        publish(scores);
                                        scores.forEach(score -> left.remove(score.personId()));
                                    },
                                    JobProgress.SILENT);
                    if (!asOf.isBefore(today)) {
                        kept.current().forget(left);
                    }
                });
            }
        });
    }

    /**
     * Scores one person under several versions of what is known, as of a day, with the model in use. Nothing is stored,
     * and nobody hears of it.
     *
     * @param firm the person's firm
     * @param person the person
     * @param asOf as of which day
     * @param versions each makes another version of the person's facts
     * @return the scores, in the order of the versions
     */
    public Imagined imagine(Firm firm, UUID person, LocalDate asOf, List<UnaryOperator<List<Fact>>> versions) {
        return capabilities
                .industry(firm)
                .map(industry -> pass(new Task(firm, industry, asOf, around(firm, industry, today(firm)))))
                .map(pass -> new Imagined(pass.imagine(person, versions), pass.read()))
                .orElse(Imagined.NOBODY);
    }

    /**
     * Scores of what is imagined.
     *
     * @param scores in the order of the versions; none where the person is not scored
     * @param read codes of the signals the model in use reads
     */
    public record Imagined(List<RiskScore> scores, Set<String> read) {
        /** Nobody is scored. */
        static final Imagined NOBODY = new Imagined(List.of(), Set.of());

        /** Copies both. */
        public Imagined {
            scores = List.copyOf(scores);
            read = Set.copyOf(read);
        }
    }

    /** What the firm tells about its people, kept from one run to the next. */
    private Surroundings around(Firm firm, IndustryModel industry, LocalDate today) {
        return surroundings.computeIfAbsent(firm.id(), id -> {
            Surroundings around = new Surroundings(source.market());
            pass(new Task(firm, industry, today, around)).survey(source.people(id));
            return around;
        });
    }

    /** The subsidiary's today. */
    LocalDate today(Firm firm) {
        return LocalDate.ofInstant(clock.instant(), firm.zone());
    }

    /**
     * Loads everybody's series, for training, which is a use of data today: what today's basis does not cover stays out.
     *
     * @param firm the firm
     * @param industry its industry
     * @param progress is told how far it has come
     * @return everybody, those who have left included
     */
    List<PersonSeries> load(Firm firm, IndustryModel industry, JobProgress progress) {
        List<UUID> ids = source.people(firm.id());
        SeriesBuilder builder = new SeriesBuilder(industry, firm.zone());
        LocalDate today = today(firm);
        List<PersonSeries> people = new ArrayList<>(ids.size());
        batches.inOrder(
                ids,
                batch -> {
                    SignalGate gate = inputs.gate().read(firm.id(), batch);
                    List<PersonSeries> series = new ArrayList<>(batch.size());
                    source.facts(
                            firm.id(),
                            batch,
                            (id, facts) -> series.add(builder.build(
                                    id, builder.lawful(facts, gate.categories(firm.id(), id, today)::contains))));
                    return series;
                },
                series -> {
                    people.addAll(series);
                    progress.reached((double) people.size() / ids.size(), "facts");
                });
        return people;
    }

    /** Without an enabled industry nobody's risk is known: no model of another industry stands in. */
    private List<RiskScore> unknown(Firm firm, LocalDate asOf, List<UUID> people) {
        int settings = kept.settings().current(firm.id()).version();
        return people.stream()
                .map(person -> new RiskScore(
                        UUID.randomUUID(),
                        firm.id(),
                        person,
                        asOf,
                        clock.instant(),
                        Band.UNKNOWN,
                        Why.NO_INDUSTRY,
                        ModelIdentity.NONE,
                        settings,
                        Double.NaN,
                        Double.NaN,
                        new double[0],
                        List.of(),
                        DataUse.NONE))
                .toList();
    }

    private void publish(List<RiskScore> scores) {
        for (RiskScore score : kept.scores().add(scores)) {
            Band before = kept.current().band(score.personId(), score.asOf());
            boolean current = kept.current().add(score);
            events.accept(new ScoreChanged(score.subsidiaryId(), score.personId(), score.id(), score.asOf()));
            if (current && before != score.band()) {
                events.accept(new BandCrossed(
                        score.subsidiaryId(), score.personId(), score.id(), before, score.band(), score.asOf()));
            }
        }
    }

    private Object lock(UUID subsidiaryId) {
        return locks.computeIfAbsent(subsidiaryId, id -> new Object());
    }
}
