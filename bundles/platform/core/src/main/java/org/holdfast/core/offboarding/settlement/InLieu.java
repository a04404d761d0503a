package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.api.labour.NoticeRule;
import org.holdfast.api.labour.SettlementComponent;

/** Pay in lieu of notice, where the employer may buy it off and did not keep to it. */
final class InLieu {
    private InLieu() {}

    static void add(Question question, Draft draft) {
        question.law()
                .rules()
                .ending(question.facts().kind())
                .map(rule -> rule.notice())
                .filter(notice -> notice.inLieu().months().signum() > 0)
                .ifPresent(notice -> add(question, draft, notice));
    }

    private static void add(Question question, Draft draft, NoticeRule notice) {
        LocalDate lastDay = question.facts().lastDay();
        LocalDate earliest = draft.need(Wanted.NOTICE_DAY, question.facts().earliestLastDay());
        if (earliest == null || !lastDay.isBefore(earliest)) {
            return;
        }
        BigDecimal pay =
                draft.need(Wanted.LAST_MONTH_PAY, question.inputs().pay().lastMonth());
        if (pay == null) {
            return;
        }
        BigDecimal months = notice.inLieu().months();
        BigDecimal amount = question.coins(pay.multiply(months));
        draft.add(
                SettlementComponent.PAY_IN_LIEU,
                "",
                amount,
                List.of(
                        new Step(
                                "inLieu.early",
                                List.of(Figure.day(lastDay), Figure.day(earliest)),
                                Figure.number(months),
                                draft.article(notice.article())),
                        new Step(
                                "inLieu.pay",
                                List.of(Figure.number(months), Figure.money(pay)),
                                Figure.money(amount),
                                draft.article(notice.inLieu().article()))));
    }
}
