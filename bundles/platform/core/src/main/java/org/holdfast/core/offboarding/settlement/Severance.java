package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.api.labour.SeveranceRule;
import org.jspecify.annotations.Nullable;

/** Severance: years of service times average pay, both capped where pay is far above the wages of the place. */
final class Severance {
    private final Question question;
    private final Draft draft;
    private final SeveranceRule rule;
    private final List<Step> steps = new ArrayList<>();

    private Severance(Question question, Draft draft, SeveranceRule rule) {
        this.question = question;
        this.draft = draft;
        this.rule = rule;
    }

    static void add(Question question, Draft draft) {
        boolean due = question.law()
                .rules()
                .ending(question.facts().kind())
                .map(EndingRule::severance)
                .orElse(false);
        if (due) {
            question.rules().severance().ifPresent(rule -> new Severance(question, draft, rule).add());
        }
    }

    private void add() {
        if (question.facts().hired().isBefore(rule.from())) {
            draft.note("serviceBefore");
        }
        if (question.facts().lastDay().isBefore(rule.from())) {
            return;
        }
        BigDecimal average =
                draft.need(Wanted.AVERAGE_PAY, question.inputs().pay().average());
        LocalWage wage = wage();
        if (average != null && wage != null) {
            pay(average, wage);
        }
    }

    private @Nullable LocalWage wage() {
        if (question.inputs().place().isEmpty()) {
            draft.want(Wanted.PLACE);
            return null;
        }
        return draft.need(Wanted.LOCAL_WAGE, question.wage());
    }

    private void pay(BigDecimal average, LocalWage wage) {
        steps.add(
                step("severance.ground", List.of(), Figure.day(question.facts().lastDay()), ground()));
        BigDecimal years = years();
        BigDecimal cap = wage.average().multiply(rule.cap().multiple());
        String formula = rule.articles().formula();
        steps.add(step(
                "severance.cap",
                List.of(Figure.money(wage.average()), Figure.number(rule.cap().multiple())),
                Figure.money(question.coins(cap)),
                formula));
        BigDecimal base = average;
        if (average.compareTo(cap) > 0) {
            base = cap;
            steps.add(step("severance.capped", List.of(Figure.money(average)), money(base), formula));
            BigDecimal most = BigDecimal.valueOf(rule.cap().years());
            BigDecimal fewer = years.min(most);
            steps.add(step(
                    "severance.cappedYears",
                    List.of(Figure.number(years), Figure.number(most)),
                    Figure.number(fewer),
                    formula));
            years = fewer;
        } else {
            base = floored(average, wage.minimum());
        }
        BigDecimal amount = question.coins(base.multiply(years).multiply(rule.monthsPerYear()));
        steps.add(step(
                "severance.pay",
                List.of(money(base), Figure.number(years), Figure.number(rule.monthsPerYear())),
                Figure.money(amount),
                formula));
        draft.add(SettlementComponent.SEVERANCE, "", amount, steps);
    }

    private BigDecimal years() {
        LocalDate hired = question.facts().hired();
        LocalDate lastDay = question.facts().lastDay();
        LocalDate from = hired;
        if (hired.isBefore(rule.from())) {
            from = rule.from();
            steps.add(step(
                    "severance.from",
                    List.of(Figure.day(hired)),
                    Figure.day(from),
                    rule.articles().from()));
        }
        BigDecimal years = ServiceTime.years(from, lastDay, rule.rest());
        steps.add(step(
                "severance.years",
                List.of(
                        Figure.day(from),
                        Figure.day(lastDay),
                        Figure.number(rule.rest().wholeFrom()),
                        Figure.number(rule.rest().part())),
                Figure.number(years),
                rule.articles().formula()));
        return years;
    }

    private BigDecimal floored(BigDecimal average, @Nullable BigDecimal minimum) {
        if (minimum == null) {
            draft.note("minimumUnknown");
            steps.add(step(
                    "severance.average",
                    List.of(),
                    money(average),
                    rule.articles().average()));
            return average;
        }
        if (average.compareTo(minimum) >= 0) {
            steps.add(step(
                    "severance.average",
                    List.of(),
                    money(average),
                    rule.articles().average()));
            return average;
        }
        steps.add(step(
                "severance.minimum",
                List.of(Figure.money(average)),
                money(minimum),
                rule.articles().average()));
        return minimum;
    }

    private String ground() {
        return question.law()
                .rules()
                .ending(question.facts().kind())
                .map(EndingRule::severanceArticle)
                .orElseThrow();
    }

    private Figure money(BigDecimal amount) {
        return Figure.money(question.coins(amount));
    }

    private Step step(String code, List<Figure> figures, Figure result, String article) {
        return new Step(code, figures, result, draft.article(article));
    }
}
