package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What finance has to pay at the end of an employment: the lines HR agreed on, without what they were computed from.
 *
 * @param offboardingId the case
 * @param employee whom it is paid to
 * @param exit when the employment ends
 * @param currency ISO 4217 code
 * @param lines what is paid
 * @param sums what the lines come to
 */
public record PayableView(
        @TellsNothing UUID offboardingId,
        @Whom PayeeView employee,
        @Told("payable") LastDayView exit,
        @Told("payable") String currency,
        @Told("payable") List<PayableLine> lines,
        @Told("payable") @Nullable Sums sums) {

    /** Copies the lines. */
    public PayableView {
        lines = List.copyOf(lines);
    }

    /** Returns what of a settlement finance is told. */
    static PayableView of(SettlementView all) {
        SettlementView.SumsView sums = all.sums();
        return new PayableView(
                all.offboardingId(),
                new PayeeView(
                        all.employee().id(),
                        all.employee().subsidiaryId(),
                        all.employee().employeeNo(),
                        all.employee().name()),
                new LastDayView(all.exit().lastDay()),
                all.currency(),
                all.lines().stream()
                        .map(line -> new PayableLine(line.component(), line.title(), line.amount(), line.held()))
                        .toList(),
                sums == null ? null : new Sums(sums.due(), sums.held(), sums.total()));
    }

    /**
     * Whom it is paid to.
     *
     * @param id the person
     * @param subsidiaryId their subsidiary
     * @param employeeNo the employee number
     * @param name the name
     */
    public record PayeeView(
            @Whom UUID id,
            @Where UUID subsidiaryId,
            @Told("payable") String employeeNo,
            @Told("payable") String name) {}

    /**
     * When the employment ends.
     *
     * @param lastDay its last day
     */
    public record LastDayView(LocalDate lastDay) {}

    /**
     * A line.
     *
     * @param component code of what is owed
     * @param title its words, with the label of a claim
     * @param amount how much
     * @param held whether it waits for the handover
     */
    public record PayableLine(String component, String title, BigDecimal amount, boolean held) {}

    /**
     * What the lines come to.
     *
     * @param due due on the last day, whatever was handed over
     * @param held waits for the handover
     * @param total both
     */
    public record Sums(BigDecimal due, BigDecimal held, BigDecimal total) {}
}
