package org.holdfast.core.risk.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.risk.features.ColumnChoice;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.features.SignalTypes;
import org.holdfast.core.risk.scoring.RiskScore.DataUse;
import org.holdfast.core.risk.scoring.RiskScore.Why;

/** Scores people as of a day and says why. Safe for use from many threads. */
public final class Scorer {
    private static final int READ_REASONS = 8;

    private final UUID subsidiaryId;
    private final List<FeatureDefinition> read;
    private final SignalTypes types;
    private final RiskModel model;
    private final List<FeatureProfile> profiles;
    private final Rules rules;

    /**
     * Creates a scorer.
     *
     * @param subsidiaryId the subsidiary
     * @param industry the industry whose features the model reads
     * @param model the model
     * @param rules how a probability becomes a band
     */
    public Scorer(UUID subsidiaryId, IndustryModel industry, RiskModel model, Rules rules) {
        this.subsidiaryId = subsidiaryId;
        this.read = model.columns().stream()
                .flatMap(column -> industry.features().stream()
                        .filter(feature -> feature.code().equals(column.name())))
                .toList();
        this.types = SignalTypes.of(industry);
        this.model = model;
        this.profiles = model.profiles();
        this.rules = rules;
    }

    /**
     * Scores people.
     *
     * @param run computes their features
     * @param day as of which day
     * @param people whom; those not employed on the day get no score
     * @param previous the band a person was in
     * @return the scores, in the order of the people
     */
    public List<RiskScore> score(
            FeatureRun run, LocalDate day, Collection<PersonSeries> people, Function<UUID, Band> previous) {
        List<PersonSeries> employed = FeatureRun.employed(day, people);
        return score(run, run.asOf(day, employed), employed, previous);
    }

    /**
     * Scores people whose features are computed already.
     *
     * @param run reads what is said in reasons
     * @param table their features
     * @param people whose rows they are, in the same order
     * @param previous the band a person was in
     * @return the scores, in the order of the people
     */
    public List<RiskScore> score(
            FeatureRun run, FeatureTable table, List<PersonSeries> people, Function<UUID, Band> previous) {
        if (people.isEmpty()) {
            return List.of();
        }
        LocalDate day = table.day();
        // A model reads the features it was made with; the industry may offer more.
        FeatureMatrix matrix = ColumnChoice.of(table.columns(), model.columns()).of(table.matrix());
        double[] margins = model.margins(matrix);
        Contributions contributions = model.explain(matrix);
        List<RiskScore> scores = new ArrayList<>(margins.length);
        for (int row = 0; row < margins.length; row++) {
            PersonSeries person = people.get(row);
            if (!rules.evidence().enough(table.evidence().get(row))) {
                scores.add(unknown(table, row, matrix, Why.THIN_EVIDENCE));
            } else if (!covered(matrix, row)) {
                scores.add(unknown(table, row, matrix, Why.OUT_OF_RANGE));
            } else {
                List<Reason> reasons = reasons(contributions, matrix, row, run.readings(person, day));
                Band band = rules.bands().of(Logit.score(margins[row]), previous.apply(person.id()));
                Explained explained = new Explained(margins[row], contributions.baseline(), reasons, band);
                scores.add(known(table, row, matrix, explained));
            }
        }
        return scores;
    }

    /**
     * Returns what the model looks at.
     *
     * @return codes of the signals of its features
     */
    public Set<String> signals() {
        return read.stream().map(FeatureDefinition::signal).collect(Collectors.toSet());
    }

    private RiskScore known(FeatureTable table, int row, FeatureMatrix matrix, Explained explained) {
        return new RiskScore(
                UUID.randomUUID(),
                subsidiaryId,
                table.people().get(row),
                table.day(),
                rules.clock().instant(),
                explained.band,
                Why.KNOWN,
                model.identity(),
                rules.version(),
                explained.baseline,
                explained.margin,
                vector(matrix, row),
                explained.reasons,
                use(table, row, matrix));
    }

    /** Whether the model may say something about a row; without profiles, as for a scorecard, it always may. */
    private boolean covered(FeatureMatrix matrix, int row) {
        for (int column = 0; column < profiles.size(); column++) {
            if (!profiles.get(column).covers(matrix.value(row, column))) {
                return false;
            }
        }
        return true;
    }

    private RiskScore unknown(FeatureTable table, int row, FeatureMatrix matrix, Why why) {
        return new RiskScore(
                UUID.randomUUID(),
                subsidiaryId,
                table.people().get(row),
                table.day(),
                rules.clock().instant(),
                Band.UNKNOWN,
                why,
                model.identity(),
                rules.version(),
                Double.NaN,
                Double.NaN,
                vector(matrix, row),
                List.of(),
                use(table, row, matrix));
    }

    private DataUse use(FeatureTable table, int row, FeatureMatrix matrix) {
        Set<DataCategory> restsOn = EnumSet.noneOf(DataCategory.class);
        for (int column = 0; column < read.size(); column++) {
            if (!Double.isNaN(matrix.value(row, column))) {
                restsOn.addAll(types.categories(read.get(column).signal()));
            }
        }
        return new DataUse(restsOn, table.evidence().get(row).withheld());
    }

    /**
     * Adds contributions up by signal; what is said about a signal comes from its strongest feature. A model can weigh that
     * something is missing: that is one reason for all of it, so that nobody reads from it what was held back.
     */
    private List<Reason> reasons(
            Contributions contributions, FeatureMatrix matrix, int row, Function<FeatureDefinition, Reading> reader) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        double missing = 0;
        for (int column = 0; column < read.size(); column++) {
            double value = contributions.value(row, column);
            if (Double.isNaN(matrix.value(row, column))) {
                missing += value;
            } else if (value != 0) {
                FeatureDefinition feature = read.get(column);
                sums.merge(feature.signal(), new Sum(value, feature, Math.abs(value)), Sum::plus);
            }
        }
        List<Sum> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparingDouble((Sum sum) -> -Math.abs(sum.total))
                .thenComparing(sum -> sum.strongest.signal()));
        List<Reason> reasons = new ArrayList<>();
        for (Sum sum : sorted) {
            Reading reading = reasons.size() < READ_REASONS ? reader.apply(sum.strongest) : Reading.NOTHING;
            reasons.add(new Reason(sum.strongest.signal(), category(sum.strongest), sum.total, reading));
        }
        if (missing != 0) {
            reasons.add(new Reason(Reason.NOT_KNOWN, DataCategory.EMPLOYMENT, missing, Reading.NOTHING));
            reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
        }
        return reasons;
    }

    private DataCategory category(FeatureDefinition feature) {
        return types.find(feature.signal()).map(SignalDefinition::category).orElse(DataCategory.EMPLOYMENT);
    }

    private static double[] vector(FeatureMatrix matrix, int row) {
        int width = matrix.columns().size();
        return Arrays.copyOfRange(matrix.values(), row * width, (row + 1) * width);
    }

    private record Explained(double margin, double baseline, List<Reason> reasons, Band band) {}

    private record Sum(double total, FeatureDefinition strongest, double strength) {
        Sum plus(Sum other) {
            Sum stronger = other.strength > strength ? other : this;
            return new Sum(total + other.total, stronger.strongest, stronger.strength);
        }
    }

    /**
     * How a probability becomes a band.
     *
     * @param version version of the settings
     * @param bands the bands
     * @param evidence how much must be known
     * @param clock the time
     */
    public record Rules(int version, Bands bands, EvidenceRule evidence, Clock clock) {}
}
