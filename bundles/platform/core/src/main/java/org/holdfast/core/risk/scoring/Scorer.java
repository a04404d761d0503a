package org.holdfast.core.risk.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.features.SignalTypes;
import org.holdfast.core.risk.scoring.RiskScore.Why;

/** Scores people as of a day and says why. Safe for use from many threads. */
public final class Scorer {
    private static final int READ_REASONS = 8;

    private final UUID subsidiaryId;
    private final IndustryModel industry;
    private final SignalTypes types;
    private final RiskModel model;
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
        this.industry = industry;
        this.types = SignalTypes.of(industry);
        this.model = model;
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
        double[] margins = model.margins(table.matrix());
        Contributions contributions = model.explain(table.matrix());
        List<RiskScore> scores = new ArrayList<>(margins.length);
        for (int row = 0; row < margins.length; row++) {
            PersonSeries person = people.get(row);
            if (rules.evidence().enough(table.evidence().get(row))) {
                List<Reason> reasons = reasons(contributions, row, run.readings(person, day));
                Band band = rules.bands().of(Logit.score(margins[row]), previous.apply(person.id()));
                scores.add(known(table, row, band, margins[row], new Explained(contributions.baseline(), reasons)));
            } else {
                scores.add(thin(table, row));
            }
        }
        return scores;
    }

    private RiskScore known(FeatureTable table, int row, Band band, double margin, Explained explained) {
        return new RiskScore(
                UUID.randomUUID(),
                subsidiaryId,
                table.people().get(row),
                table.day(),
                rules.clock().instant(),
                band,
                Why.KNOWN,
                model.identity(),
                rules.version(),
                explained.baseline,
                margin,
                table.row(row),
                explained.reasons,
                table.evidence().get(row).withheld());
    }

    private RiskScore thin(FeatureTable table, int row) {
        return new RiskScore(
                UUID.randomUUID(),
                subsidiaryId,
                table.people().get(row),
                table.day(),
                rules.clock().instant(),
                Band.UNKNOWN,
                Why.THIN_EVIDENCE,
                model.identity(),
                rules.version(),
                Double.NaN,
                Double.NaN,
                table.row(row),
                List.of(),
                table.evidence().get(row).withheld());
    }

    /** Adds contributions up by signal; what is said about a signal comes from its strongest feature. */
    private List<Reason> reasons(Contributions contributions, int row, Function<FeatureDefinition, Reading> reader) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (int column = 0; column < industry.features().size(); column++) {
            double value = contributions.value(row, column);
            if (value != 0) {
                FeatureDefinition feature = industry.features().get(column);
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
        return reasons;
    }

    private DataCategory category(FeatureDefinition feature) {
        return types.find(feature.signal()).map(SignalDefinition::category).orElse(DataCategory.EMPLOYMENT);
    }

    private record Explained(double baseline, List<Reason> reasons) {}

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
