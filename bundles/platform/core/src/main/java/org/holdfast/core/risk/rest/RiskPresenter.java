package org.holdfast.core.risk.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.rights.RightsRequests.Review;
import org.holdfast.core.risk.features.SignalTypes;
import org.holdfast.core.risk.rest.OpenAlerts.Mark;
import org.holdfast.core.risk.rest.RiskView.ManagerView;
import org.holdfast.core.risk.rest.RiskView.ModelView;
import org.holdfast.core.risk.rest.RiskView.NeedView;
import org.holdfast.core.risk.rest.RiskView.PointView;
import org.holdfast.core.risk.rest.RiskView.ReasonView;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.runs.CurrentScores.Point;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.settings.CostInputs.CostOfLoss;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.risk.training.ModelCard;
import org.jspecify.annotations.Nullable;

/** Shows scores to people, in their language. Safe for use from many threads. */
public final class RiskPresenter {
    private static final int MOST_NEEDS = 4;

    private final Texts texts;
    private final ReasonWords words;
    private final Capabilities capabilities;
    private final Tables tables;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param texts all texts
     * @param capabilities the bundles, for units and needs
     * @param tables what is kept about risk
     * @param clock the time
     */
    public RiskPresenter(Texts texts, Capabilities capabilities, Tables tables, Clock clock) {
        this.texts = texts;
        this.words = new ReasonWords(texts);
        this.capabilities = capabilities;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What is kept about risk.
     *
     * @param scores all scores
     * @param models trained models
     * @param settings settings per subsidiary
     * @param lawful which scores may be shown
     */
    public record Tables(ScoreTable scores, ModelTable models, SettingsTable settings, LawfulScores lawful) {}

    /**
     * What stands around a score.
     *
     * @param cost what losing the person would cost, null where pay is not known
     * @param alert the person's alert, null where none is open
     * @param reviews what people found who looked at the person's scores, newest first
     * @param told which reasons the reader is told, by data category: needs are put together from no others
     */
    public record Around(
            @Nullable CostOfLoss cost, @Nullable Mark alert, List<Review> reviews, Predicate<DataCategory> told) {

        /** Copies the reviews. */
        public Around {
            reviews = List.copyOf(reviews);
        }
    }

    /**
     * Shows a score to HR.
     *
     * @param score the score
     * @param firm the person's firm
     * @param language tag of an existing language
     * @param around what stands around the score
     * @return the view
     */
    public RiskView toHr(RiskScore score, Firm firm, String language, Around around) {
        Optional<IndustryModel> industry = capabilities.industry(firm);
        ModelIdentity model = score.model();
        return new RiskView(
                score.personId(),
                score.asOf(),
                RiskView.known(score.score()),
                RiskView.known(score.probability()),
                score.band().code(),
                unknownBecause(score, language),
                model.horizonDays(),
                RiskView.known(score.baseline()),
                baseline(score, language),
                RiskView.known(score.margin()),
                model.calibrated(),
                new ModelView(model.id(), model.kind().code(), model.algorithm(), model.version()),
                score.reasons().stream()
                        .map(reason -> view(reason, industry, language))
                        .toList(),
                needs(score, industry, language, around.told()),
                history(score),
                around.cost(),
                around.alert(),
                around.reviews());
    }

    /**
     * Shows a person's band to the line manager: as of a day before today, so that the hour in which something arrived
     * tells nothing.
     *
     * @param current the current score
     * @param firm the person's firm
     * @param language tag of an existing language
     * @return the view
     */
    public ManagerView toManager(Current current, Firm firm, String language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), firm.zone());
        Band band = current.points().stream()
                .filter(point -> point.asOf().isBefore(today))
                .reduce((older, newer) -> newer)
                .map(Point::band)
                .orElse(Band.UNKNOWN);
        return new ManagerView(
                current.score().personId(), band.code(), texts.text(language, "risk.prompt." + band.code()));
    }

    /**
     * Returns what losing somebody would cost.
     *
     * @param employee the person
     * @return the cost, or empty where pay is not known
     */
    public Optional<CostOfLoss> cost(Employee employee) {
        double pay = employee.terms().basePay();
        return Double.isNaN(pay)
                ? Optional.empty()
                : Optional.of(tables.settings()
                        .current(employee.subsidiaryId())
                        .cost()
                        .of(pay, employee.terms().currency(), employee.post().keyPost()));
    }

    /**
     * Says whether a score may be shown to anybody today.
     *
     * @param score the score
     * @return false where it rests on data that may no longer be used; another takes its place soon
     */
    public boolean mayShow(RiskScore score) {
        return tables.lawful().shown(score.subsidiaryId(), score.personId()).test(score);
    }

    String unknownBecause(RiskScore score, String language) {
        return score.why() == Why.KNOWN
                ? ""
                : texts.text(language, "risk.unknown." + score.why().code());
    }

    ReasonWords words() {
        return words;
    }

    private String baseline(RiskScore score, String language) {
        return switch (score.model().kind()) {
            case NONE -> "";
            case SCORECARD -> texts.text(language, "risk.baseline.scorecard");
            case TRAINED ->
                tables.models()
                        .find(java.util.UUID.fromString(score.model().id()))
                        .map(model -> {
                            ModelCard card = model.card();
                            return texts.text(
                                    language, "risk.baseline.trained", card.rows(), card.trainFrom(), card.trainTo());
                        })
                        .orElse("");
        };
    }

    private ReasonView view(Reason reason, Optional<IndustryModel> industry, String language) {
        String unit = industry.map(SignalTypes::of)
                .flatMap(types -> types.find(reason.signal()))
                .map(SignalDefinition::unit)
                .orElse("");
        return new ReasonView(
                reason.signal(),
                words.name(reason.signal(), language),
                reason.category().code(),
                reason.contribution(),
                RiskView.known(reason.reading().value()),
                RiskView.known(reason.reading().change()),
                unit,
                words.text(reason, language));
    }

    private List<NeedView> needs(
            RiskScore score, Optional<IndustryModel> industry, String language, Predicate<DataCategory> told) {
        Map<String, Guidance> guidance = industry.map(IndustryModel::guidance).orElse(List.of()).stream()
                .collect(Collectors.toMap(Guidance::signal, entry -> entry));
        Set<String> codes = new LinkedHashSet<>();
        score.reasons().stream()
                .filter(reason -> reason.contribution() > 0 && told.test(reason.category()))
                .flatMap(reason -> Optional.ofNullable(guidance.get(reason.signal())).stream())
                .forEach(found -> codes.addAll(found.needs()));
        return codes.stream()
                .limit(MOST_NEEDS)
                .map(code -> new NeedView(code, texts.text(language, "need." + code)))
                .toList();
    }

    /** One score a day, the last one of that day, of those that rest on nothing the gate holds back today. */
    private List<PointView> history(RiskScore score) {
        Map<LocalDate, PointView> byDay = new TreeMap<>();
        List<RiskScore> scores = new ArrayList<>(tables.scores().ofPerson(score.personId()));
        scores.removeIf(
                tables.lawful().shown(score.subsidiaryId(), score.personId()).negate());
        scores.sort(Comparator.comparing(RiskScore::computedAt));
        scores.forEach(past -> byDay.put(
                past.asOf(),
                new PointView(
                        past.asOf(), RiskView.known(past.score()), past.band().code())));
        return List.copyOf(byDay.values());
    }
}
