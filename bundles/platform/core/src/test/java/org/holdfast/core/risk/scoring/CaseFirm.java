package org.holdfast.core.risk.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;

/** A small firm that runs on its industry's scorecard: one person of interest among quiet colleagues. */
final class CaseFirm {
    static final UUID FIRM = new UUID(1, 1);
    static final UUID PERSON = new UUID(1, 100);
    static final UUID COLLEAGUE = new UUID(1, 200);
    private static final UUID MANAGER = new UUID(1, 2);
    private static final int JOINED_DAYS_AGO = 240;
    private static final int YEARS_AGO = 1_700;

    private final LocalDate endDay;
    private final IndustryModel industry;
    private final Map<UUID, List<Fact>> facts = new LinkedHashMap<>();

    CaseFirm(String industry, LocalDate endDay) {
        this.industry = Industries.load(industry);
        this.endDay = endDay;
        for (int i = 0; i < 8; i++) {
            facts.put(new UUID(1, 200 + i), quiet(i).list());
        }
    }

    /** Facts about the person of interest, with a post that the market pays 300,000 for. */
    FactsOf post(double pay) {
        return post(pay, YEARS_AGO);
    }

    FactsOf post(double pay, int hiredDaysAgo) {
        return new FactsOf(endDay)
                .hired(hiredDaysAgo)
                .attribute(FactCodes.MANAGER, hiredDaysAgo, Double.NaN, MANAGER.toString())
                .attribute(FactCodes.POSITION, hiredDaysAgo, Double.NaN, "销售负责人")
                .attribute(FactCodes.KEY_POST, hiredDaysAgo, 1, "")
                .attribute(FactCodes.BASE_PAY, hiredDaysAgo, pay, "CNY");
    }

    RiskScore score(FactsOf person) {
        return score(person, (subsidiary, id, category, day) -> true);
    }

    RiskScore score(FactsOf person, SignalGate gate) {
        facts.put(PERSON, person.list());
        return scoreAll(gate, endDay).stream()
                .filter(score -> score.personId().equals(PERSON))
                .findFirst()
                .orElseThrow();
    }

    List<RiskScore> scoreAll(SignalGate gate, LocalDate day) {
        SeriesBuilder builder = new SeriesBuilder(industry, FactsOf.ZONE);
        List<PersonSeries> people = facts.entrySet().stream()
                .map(entry -> builder.build(entry.getKey(), entry.getValue()))
                .toList();
        Surroundings surroundings = new Surroundings(people, (post, on) -> OptionalDouble.of(300_000));
        Scorer scorer = new Scorer(
                FIRM,
                industry,
                new ScorecardModel(industry),
                new Scorer.Rules(
                        1,
                        Bands.STANDARD,
                        EvidenceRule.STANDARD,
                        Clock.fixed(endDay.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC)));
        return scorer.score(new FeatureRun(industry, FIRM, gate, surroundings), day, people, id -> Band.UNKNOWN);
    }

    private FactsOf quiet(int number) {
        FactsOf facts = post(300_000, 500 + 150 * number).ratings(82, 82, 83);
        for (int day = 2; day < JOINED_DAYS_AGO; day += 30) {
            facts.signal("attendance.overtime_hours", day, 10);
        }
        for (int day = 235; day > 0; day -= 10) {
            facts.signal("work.messages", day, 150);
        }
        facts.signal("attendance.late", 100 + 10 * number, 12);
        return facts.leaves(70 + 12 * number);
    }
}
