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
import java.util.function.Consumer;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.SignalGate;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.ScoreChanged;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.scoring.Scorer;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.risk.training.JobProgress;

/**
 * Scores a subsidiary as of a day, or single people when something new is known about them. Scores are stored before
 * anybody hears of them. Safe for use from many threads; one subsidiary is scored by one thread at a time.
 */
public final class Scoring {
    private static final int BATCH = 500;

    private final RiskSource source;
    private final Capabilities capabilities;
    private final SignalGate gate;
    private final Kept kept;
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
     */
    public Scoring(Inputs inputs, Kept kept, Consumer<Object> events, Clock clock) {
        this.source = inputs.source();
        this.capabilities = inputs.capabilities();
        this.gate = inputs.gate();
        this.kept = kept;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where runs get what they work on.
     *
     * @param source people and facts
     * @param capabilities industries and engines
     * @param gate what may be used
     */
    public record Inputs(RiskSource source, Capabilities capabilities, SignalGate gate) {}

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
        Optional<Firm> firm = source.firm(subsidiaryId);
        if (firm.isEmpty()) {
            return 0;
        }
        synchronized (lock(subsidiaryId)) {
            Optional<IndustryModel> industry = capabilities.industry(firm.get());
            List<PersonSeries> people =
                    industry.map(model -> load(firm.get(), model, progress)).orElse(List.of());
            List<RiskScore> scores = industry.map(model -> {
                        surroundings.put(subsidiaryId, new Surroundings(people, source.market()));
                        return score(firm.get(), model, asOf, people, progress);
                    })
                    .orElseGet(() -> unknown(firm.get(), asOf, source.people(subsidiaryId)));
            Set<UUID> scored = new HashSet<>();
            scores.forEach(score -> scored.add(score.personId()));
            kept.current().keepOnly(subsidiaryId, scored);
            return scores.size();
        }
    }

    /** Drops what is held in memory about teams and posts; it is read again when it is needed. */
    public void forget() {
        surroundings.clear();
    }

    /**
     * Scores people anew because something became known about them, as of the subsidiary's today.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     */
    public void rescore(UUID subsidiaryId, Collection<UUID> persons) {
        source.firm(subsidiaryId).ifPresent(firm -> {
            LocalDate today = today(firm);
            synchronized (lock(subsidiaryId)) {
                capabilities.industry(firm).ifPresent(industry -> {
                    Surroundings around = surroundings.get(subsidiaryId);
                    if (around == null) {
                        around = new Surroundings(load(firm, industry, JobProgress.SILENT), source.market());
                        surroundings.put(subsidiaryId, around);
                    }
                    List<PersonSeries> people = read(firm, industry, persons);
                    around.update(people);
                    List<RiskScore> scores = score(firm, industry, today, people, JobProgress.SILENT);
                    kept.current().forget(left(persons, scores));
                });
            }
        });
    }

    private static Set<UUID> left(Collection<UUID> persons, List<RiskScore> scores) {
        Set<UUID> left = new HashSet<>(persons);
        scores.forEach(score -> left.remove(score.personId()));
        return left;
    }

    /** The subsidiary's today. */
    LocalDate today(Firm firm) {
        return LocalDate.ofInstant(clock.instant(), firm.zone());
    }

    /**
     * Loads everybody's series, for training.
     *
     * @param firm the firm
     * @param industry its industry
     * @param progress is told how far it has come
     * @return everybody, those who have left included
     */
    List<PersonSeries> load(Firm firm, IndustryModel industry, JobProgress progress) {
        List<UUID> ids = source.people(firm.id());
        List<PersonSeries> people = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += BATCH) {
            people.addAll(read(firm, industry, ids.subList(from, Math.min(ids.size(), from + BATCH))));
            progress.reached(0.5 * people.size() / ids.size(), "facts");
        }
        return people;
    }

    private List<PersonSeries> read(Firm firm, IndustryModel industry, Collection<UUID> persons) {
        SeriesBuilder builder = new SeriesBuilder(industry, firm.zone());
        List<PersonSeries> people = new ArrayList<>(persons.size());
        source.facts(firm.id(), persons, (id, facts) -> people.add(builder.build(id, facts)));
        return people;
    }

    private List<RiskScore> score(
            Firm firm, IndustryModel industry, LocalDate asOf, List<PersonSeries> people, JobProgress progress) {
        RiskSettings settings = kept.settings().current(firm.id());
        Surroundings around = surroundings.computeIfAbsent(firm.id(), id -> new Surroundings(people, source.market()));
        FeatureRun run = new FeatureRun(industry, firm.id(), gate, around);
        Scorer scorer = new Scorer(
                firm.id(),
                industry,
                kept.models().inUse(firm.id(), industry, settings.featuresOff()),
                new Scorer.Rules(settings.version(), settings.bands(), settings.evidence(), clock));
        List<RiskScore> all = new ArrayList<>(people.size());
        for (int from = 0; from < people.size(); from += BATCH) {
            List<PersonSeries> batch = people.subList(from, Math.min(people.size(), from + BATCH));
            List<RiskScore> scores = scorer.score(run, asOf, batch, kept.current()::band);
            publish(scores);
            all.addAll(scores);
            progress.reached(0.5 + 0.5 * (from + batch.size()) / people.size(), "scores");
        }
        return all;
    }

    /** Without an enabled industry nobody's risk is known: no model of another industry stands in. */
    private List<RiskScore> unknown(Firm firm, LocalDate asOf, List<UUID> people) {
        List<RiskScore> scores = people.stream()
                .map(person -> new RiskScore(
                        UUID.randomUUID(),
                        firm.id(),
                        person,
                        asOf,
                        clock.instant(),
                        Band.UNKNOWN,
                        Why.NO_INDUSTRY,
                        ModelIdentity.NONE,
                        kept.settings().current(firm.id()).version(),
                        Double.NaN,
                        Double.NaN,
                        new double[0],
                        List.of(),
                        Set.of()))
                .toList();
        publish(scores);
        return scores;
    }

    private void publish(List<RiskScore> scores) {
        kept.scores().add(scores);
        for (RiskScore score : scores) {
            Band before = kept.current().band(score.personId());
            kept.current().add(List.of(score));
            events.accept(new ScoreChanged(score.subsidiaryId(), score.personId(), score.id(), score.asOf()));
            if (before != score.band()) {
                events.accept(new BandCrossed(
                        score.subsidiaryId(), score.personId(), score.id(), before, score.band(), score.asOf()));
            }
        }
    }

    private Object lock(UUID subsidiaryId) {
        return locks.computeIfAbsent(subsidiaryId, id -> new Object());
    }
}
