package org.holdfast.core.retention.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistoryView.Line;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HR sees what was done to keep somebody before, and what each of it bought. */
class RetentionHistoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<Fact> facts = new ArrayList<>();
    private final List<HistoryEntry> others = new ArrayList<>();

    @Test
    void aRaiseHeldUntilTheScoreWasHighAgain() {
        fact(FactCodes.BASE_PAY, "2024-01-01", 200_000, "CNY");
        fact(FactCodes.BASE_PAY, "2026-05-01", 220_000, "CNY");
        scores("2026-04-01 HIGH", "2026-05-15 LOW", "2026-09-01 MID_HIGH", "2026-09-02 HIGH");

        Line raise = only(Kind.RAISE);

        assertThat(raise.date()).isEqualTo("2026-05-01");
        assertThat(raise.percent()).isEqualTo(10.0);
        assertThat(raise.heldUntil()).isEqualTo("scoreHigh");
        assertThat(raise.heldDays()).isEqualTo(123);
    }

    @Test
    void aCounterOfferHeldUntilTheNextResignationAndNotUntilTheOneItAnswered() {
        fact("event.resignation_raised", "2025-03-01", 1, "");
        fact("event.counter_offer", "2025-03-01", 30_000, "raise");
        fact("event.resignation_raised", "2025-09-01", 1, "");
        fact(FactCodes.LEFT, "2025-10-01", 1, "voluntary:");

        Line offer = only(Kind.COUNTER_OFFER);

        assertThat(offer.amount()).isEqualTo(30_000);
        assertThat(offer.heldUntil()).isEqualTo("resignationRaised");
        assertThat(offer.heldDays()).isEqualTo(184);
    }

    @Test
    void whatStillHoldsIsCountedToToday() {
        fact("event.promotion", "2026-11-12", 1, "P6");

        Line promotion = only(Kind.PROMOTION);

        assertThat(promotion.heldUntil()).isEqualTo("now");
        assertThat(promotion.heldDays()).isEqualTo(10);
    }

    @Test
    void aCutInPayIsNothingThatKeptAnybodyAndARaiseIsToldOnce() {
        fact(FactCodes.BASE_PAY, "2024-01-01", 200_000, "CNY");
        fact(FactCodes.BASE_PAY, "2025-01-01", 180_000, "CNY");
        fact(FactCodes.BASE_PAY, "2026-01-01", 198_000, "CNY");
        fact("event.pay_change", "2026-01-01", 198_000, "annual review");

        assertThat(only(Kind.RAISE).date()).isEqualTo("2026-01-01");
    }

    @Test
    void whoIsNotToldThePaySeesNeitherRaisesNorOffers() {
        fact(FactCodes.BASE_PAY, "2024-01-01", 200_000, "CNY");
        fact(FactCodes.BASE_PAY, "2026-05-01", 220_000, "CNY");
        fact("event.counter_offer", "2026-05-01", 20_000, "raise");
        fact("pay.raise_request", "2026-06-01", 1, "");
        fact("event.promotion", "2026-05-01", 1, "P6");

        List<Line> lines = lines(Set.of("pay"));

        assertThat(lines).extracting(Line::kind).containsExactly("promotion");
        assertThat(lines.get(0).heldUntil())
                .as("a request they are not told ends nothing for them")
                .isEqualTo("now");
    }

    @Test
    @Tag("O4")
    void aScoreThatMayNoLongerBeShownEndsNothing() {
        fact("event.promotion", "2026-05-01", 1, "P6");
        List<RiskScore> hidden = List.of(score("2026-09-01 HIGH"));

        others.addAll(ScoreEntries.of(hidden, score -> false, Band.MID_HIGH));

        assertThat(only(Kind.PROMOTION).heldUntil()).isEqualTo("now");
    }

    @Test
    void talksAlertsAndActionsThatWereDoneStandAmongTheRestNewestFirst() {
        fact("event.promotion", "2026-02-01", 1, "P6");
        others.add(new HistoryEntry(day("2026-03-01"), Kind.ALERT, "", "", null, "alerts"));
        others.add(new HistoryEntry(day("2026-03-03"), Kind.TALK, "confirmed", "", null, "talks"));
        others.add(new HistoryEntry(day("2026-03-10"), Kind.PLAN_ACTION, "pay", "Raise", null, "plans"));

        List<Line> lines = lines(Set.of());

        assertThat(lines).extracting(Line::kind).containsExactly("planAction", "talk", "alert", "promotion");
        assertThat(lines.get(1).code()).isEqualTo("confirmed");
        assertThat(lines.get(3).heldUntil()).isEqualTo("alert");
    }

    @Test
    void whatLiesInTheFutureIsNoHistory() {
        fact("event.promotion", "2026-12-01", 1, "P6");

        assertThat(lines(Set.of())).isEmpty();
    }

    private Line only(Kind kind) {
        return lines(Set.of()).stream()
                .filter(line -> line.kind().equals(kind.code()))
                .reduce((first, second) -> {
                    throw new AssertionError("more than one");
                })
                .orElseThrow();
    }

    private List<Line> lines(Set<String> withheld) {
        List<HistoryEntry> all = new ArrayList<>(others);
        all.addAll(CareerEntries.of(facts, RetentionHistoryTest::field));
        return HistoryDesk.lines(all, entry -> !withheld.contains(entry.field()), TODAY, Kind::code);
    }

    private static String field(Fact fact) {
        boolean pay = fact.signal().startsWith("pay.") || fact.signal().equals("event.counter_offer");
        return pay ? "pay" : "career";
    }

    private void fact(String signal, String date, double value, String text) {
        Instant known = day(date).atStartOfDay().toInstant(ZoneOffset.UTC);
        facts.add(new Fact(signal, day(date), known, value, new Fact.Detail("hr", text)));
    }

    private void scores(String... dayAndBand) {
        List<RiskScore> scores = new ArrayList<>();
        for (String one : dayAndBand) {
            scores.add(score(one));
        }
        others.addAll(ScoreEntries.of(scores, score -> true, Band.MID_HIGH));
    }

    private static RiskScore score(String dayAndBand) {
        LocalDate day = day(dayAndBand.substring(0, 10));
        return new RiskScore(
                UUID.randomUUID(),
                new UUID(1, 1),
                new UUID(1, 2),
                day,
                day.atStartOfDay().toInstant(ZoneOffset.UTC),
                Band.valueOf(dayAndBand.substring(11)),
                RiskScore.Why.KNOWN,
                ModelIdentity.NONE,
                1,
                0,
                0,
                new double[0],
                List.of(),
                RiskScore.DataUse.NONE);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
