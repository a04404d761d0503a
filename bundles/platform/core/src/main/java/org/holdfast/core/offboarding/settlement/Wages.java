package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.api.labour.SettlementRules.Counted;
import org.holdfast.api.labour.SettlementRules.DailyPay;

/** Wages until the last day: whole months, and parts of months by the rule of the country. */
final class Wages {
    private final Question question;
    private final Draft draft;
    private final BigDecimal monthly;

    private Wages(Question question, Draft draft, BigDecimal monthly) {
        this.question = question;
        this.draft = draft;
        this.monthly = monthly;
    }

    static void add(Question question, Draft draft) {
        BigDecimal monthly =
                draft.need(Wanted.MONTHLY_PAY, question.inputs().pay().monthly());
        LocalDate paidUntil = draft.need(Wanted.PAID_UNTIL, question.inputs().paidUntil());
        if (monthly != null && paidUntil != null) {
            new Wages(question, draft, monthly).since(paidUntil.plusDays(1));
        }
    }

    private void since(LocalDate unpaid) {
        LocalDate hired = question.facts().hired();
        LocalDate lastDay = question.facts().lastDay();
        List<Step> steps = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate from = unpaid.isBefore(hired) ? hired : unpaid;
        while (!from.isAfter(lastDay)) {
            LocalDate end = YearMonth.from(from).atEndOfMonth();
            LocalDate until = end.isAfter(lastDay) ? lastDay : end;
            BigDecimal amount = question.coins(pay(from, until, steps));
            sum = sum.add(amount);
            from = until.plusDays(1);
        }
        draft.add(SettlementComponent.WAGES, "", question.coins(sum), steps);
    }

    private BigDecimal pay(LocalDate from, LocalDate until, List<Step> steps) {
        DailyPay rule = question.rules().dailyPay();
        YearMonth month = YearMonth.from(from);
        Figure first = Figure.day(from);
        Figure last = Figure.day(until);
        if (from.equals(month.atDay(1)) && until.equals(month.atEndOfMonth())) {
            steps.add(step("wages.month", List.of(first, last), monthly, rule.wagesArticle()));
            return monthly;
        }
        boolean weekdays = rule.counted() == Counted.WEEKDAYS;
        long days = weekdays ? weekdays(from, until) : until.toEpochDay() - from.toEpochDay() + 1;
        BigDecimal by = weekdays ? rule.divisor() : BigDecimal.valueOf(month.lengthOfMonth());
        BigDecimal part = Question.divide(monthly.multiply(BigDecimal.valueOf(days)), by);
        boolean whole = part.compareTo(monthly) > 0;
        BigDecimal amount = whole ? monthly : part;
        List<Figure> figures = List.of(first, last, Figure.money(monthly), Figure.number(by), Figure.number(days));
        String code = weekdays ? "wages.weekdays" : "wages.calendarDays";
        steps.add(step(whole ? code + ".atMost" : code, figures, amount, rule.article()));
        return amount;
    }

    private long weekdays(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1))
                .filter(day -> !question.law().weekend().contains(day.getDayOfWeek()))
                .count();
    }

    private Step step(String code, List<Figure> figures, BigDecimal amount, String article) {
        return new Step(code, figures, Figure.money(question.coins(amount)), draft.article(article));
    }
}
