package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.api.labour.SettlementRules;

/** Annual leave of the last year that was not taken. */
final class Leave {
    /** The law counts a year as 365 days, a leap year as well. */
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);

    private Leave() {}

    static void add(Question question, Draft draft) {
        BigDecimal ofYear = draft.need(Wanted.LEAVE_DAYS, question.inputs().leaveDays());
        if (ofYear == null) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        BigDecimal earned = earned(question, draft, ofYear, steps);
        if (earned.signum() == 0) {
            draft.add(SettlementComponent.LEAVE, "", question.coins(BigDecimal.ZERO), steps);
            return;
        }
        BigDecimal taken = draft.need(Wanted.LEAVE_TAKEN, question.inputs().leaveTaken());
        if (taken != null) {
            pay(question, draft, left(question, draft, earned, taken, steps), steps);
        }
    }

    private static BigDecimal earned(Question question, Draft draft, BigDecimal ofYear, List<Step> steps) {
        LocalDate lastDay = question.facts().lastDay();
        LocalDate newYear = lastDay.withDayOfYear(1);
        LocalDate hired = question.facts().hired();
        LocalDate from = hired.isAfter(newYear) ? hired : newYear;
        long days = lastDay.toEpochDay() - from.toEpochDay() + 1;
        // Multiplied first: a division first would lose the day at which a share becomes whole.
        BigDecimal earned = ofYear.multiply(BigDecimal.valueOf(days))
                .divide(YEAR, 0, RoundingMode.FLOOR)
                .min(ofYear);
        String article = draft.article(question.rules().leave().proportionArticle());
        steps.add(new Step(
                "leave.earned",
                List.of(Figure.day(from), Figure.day(lastDay), Figure.number(days), Figure.number(ofYear)),
                Figure.number(earned),
                article));
        return earned;
    }

    private static BigDecimal left(
            Question question, Draft draft, BigDecimal earned, BigDecimal taken, List<Step> steps) {
        // Who has taken more than the share keeps it.
        BigDecimal left = earned.subtract(taken).max(BigDecimal.ZERO);
        steps.add(new Step(
                "leave.left",
                List.of(Figure.number(earned), Figure.number(taken)),
                Figure.number(left),
                draft.article(question.rules().leave().proportionArticle())));
        return left;
    }

    private static void pay(Question question, Draft draft, BigDecimal left, List<Step> steps) {
        SettlementRules rules = question.rules();
        BigDecimal amount = BigDecimal.ZERO;
        if (left.signum() > 0) {
            BigDecimal ordinary =
                    draft.need(Wanted.ORDINARY_PAY, question.inputs().pay().ordinary());
            if (ordinary == null) {
                return;
            }
            BigDecimal divisor = rules.dailyPay().divisor();
            BigDecimal rate = rules.leave().rate();
            amount = Question.divide(ordinary.multiply(left).multiply(rate), divisor);
            steps.add(new Step(
                    "leave.pay",
                    List.of(Figure.money(ordinary), Figure.number(divisor), Figure.number(left), Figure.number(rate)),
                    Figure.money(question.coins(amount)),
                    draft.article(rules.leave().rateArticle())));
        }
        draft.add(SettlementComponent.LEAVE, "", question.coins(amount), steps);
    }
}
