package org.holdfast.core.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the requirements on the shipped scorecards, whatever the day they are looked at. */
class PublishedCasesTest {
    private static final Offset<Double> MARGIN = within(0.1);
    private static final SignalGate NO_JOB_SITE =
            (subsidiary, person, category, day) -> category != DataCategory.JOB_SITE;

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20", "2025-07-01", "2027-05-31"})
    void aHeadOfSalesInManufacturingScores85(LocalDate day) {
        RiskScore score = firm("manufacturing", day).score(headOfSales(day));

        assertThat(score.score()).isCloseTo(8.5, MARGIN);
        assertThat(score.band()).isEqualTo(Band.HIGH);
        assertThat(signals(score))
                .contains("resume.update", "attendance.leave_days", "performance.rating", "profile.payToMarket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20"})
    void withoutConsentTheScoreIsLowerAndNothingMentionsAJobSite(LocalDate day) {
        RiskScore score = firm("manufacturing", day).score(headOfSales(day), NO_JOB_SITE);

        assertThat(score.score()).isCloseTo(6.9, MARGIN);
        assertThat(score.reasons()).noneMatch(reason -> reason.category() == DataCategory.JOB_SITE);
        assertThat(score.use().withheld()).contains(DataCategory.JOB_SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20"})
    void aHeadOfResearchInTechScores82(LocalDate day) {
        CaseFirm firm = firm("tech", day);
        FactsOf facts = firm.post(255_000).resumeUpdate(15).resumeUpdate(55).ratings(90, 90, 72);
        for (int late : new int[] {5, 13, 22, 36, 47}) {
            facts.signal("attendance.late", late, 20);
        }
        RiskScore score = firm.score(facts);

        assertThat(score.score()).isCloseTo(8.2, MARGIN);
        assertThat(score.band()).isEqualTo(Band.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20"})
    void aHeadOfSalesInConsumerGoodsScores75(LocalDate day) {
        CaseFirm firm = firm("fmcg", day);
        RiskScore score = firm.score(
                firm.post(300_000).resumeUpdate(14).leaves(2, 9, 15, 23).ratings(90, 90, 73.8));

        assertThat(score.score()).isCloseTo(7.5, MARGIN);
        assertThat(score.band()).isEqualTo(Band.MID_HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20"})
    void aResignationRaisedBeforeAndARaiseTakenGive85Percent(LocalDate day) {
        CaseFirm firm = firm("manufacturing", day);
        RiskScore score = firm.score(firm.post(300_000)
                .ratings(90, 90, 72)
                .leaves(4, 12, 20)
                .signal("event.resignation_raised", 150, 1)
                .signal("event.counter_offer", 143, 30_000));

        assertThat(score.probability()).isCloseTo(0.85, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-02-20"})
    void theCombinedIndicatorOfATechnicianFires(LocalDate day) {
        CaseFirm firm = firm("tech", day);
        FactsOf facts = firm.post(300_000).resumeUpdate(50).resumeUpdate(20).resumeUpdate(8);
        int[] hours = {12, 22, 34, 46, 46, 46, 46};
        for (int month = 0; month < hours.length; month++) {
            facts.signal("attendance.overtime_hours", 30 * month + 2, hours[month]);
        }
        for (int ago = 235; ago > 0; ago -= 10) {
            facts.signal("work.messages", ago, ago < 30 ? 75 : 150);
        }
        RiskScore score = firm.score(facts);

        assertThat(signals(score)).contains("indicator.disengaging");
        assertThat(score.score()).isCloseTo(8.5, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manufacturing", "tech", "fmcg"})
    void aSingleLatenessIsNotEnoughEvidence(String industry) {
        CaseFirm firm = firm(industry, LocalDate.of(2026, 11, 22));
        RiskScore score = firm.score(firm.post(84_000, 60).signal("attendance.late", 9, 12));

        assertThat(score.band()).isEqualTo(Band.UNKNOWN);
        assertThat(score.why()).isEqualTo(Why.THIN_EVIDENCE);
        assertThat(score.score()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manufacturing", "tech", "fmcg"})
    void quietPeopleAreLow(String industry) {
        LocalDate day = LocalDate.of(2026, 11, 22);
        CaseFirm firm = firm(industry, day);

        assertThat(firm.scoreAll((subsidiary, person, category, on) -> true, day))
                .hasSize(8)
                .allSatisfy(score -> assertThat(score.score()).isBetween(1.5, 2.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22"})
    void reasonsAddUpToTheMargin(LocalDate day) {
        RiskScore score = firm("manufacturing", day).score(headOfSales(day));

        double sum = score.reasons().stream().mapToDouble(Reason::contribution).sum();
        assertThat(score.baseline() + sum).isCloseTo(score.margin(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22"})
    void aReasonTellsValueAndChange(LocalDate day) {
        RiskScore score = firm("manufacturing", day).score(headOfSales(day));

        Reason leave = score.reasons().stream()
                .filter(reason -> reason.signal().equals("attendance.leave_days"))
                .findFirst()
                .orElseThrow();
        assertThat(leave.reading().value()).isEqualTo(3);
        assertThat(leave.reading().previous()).isEqualTo(1);
        assertThat(leave.reading().change()).isEqualTo(2);
    }

    private static CaseFirm firm(String industry, LocalDate day) {
        return new CaseFirm(industry, day);
    }

    private static FactsOf headOfSales(LocalDate day) {
        return firm("manufacturing", day)
                .post(264_000)
                .resumeUpdate(12)
                .leaves(3, 10, 18, 41)
                .ratings(92, 85, 78);
    }

    private static List<String> signals(RiskScore score) {
        return score.reasons().stream().map(Reason::signal).toList();
    }
}
