package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.offboarding.cases.CaseEntry.What;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.platform.rest.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the records of people that they have left, once their last day is over: whatever is still open in their case goes on. It
 * can be cut off at any moment and begins again; while the key ring is not open, nothing is done.
 */
final class LeaverSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaverSweep.class);

    private final Offboardings offboardings;
    private final StaffRegister register;
    private final Texts texts;
    private final BooleanSupplier open;

    LeaverSweep(Offboardings offboardings, StaffRegister register, Texts texts, BooleanSupplier open) {
        this.offboardings = offboardings;
        this.register = register;
        this.texts = texts;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            Attempt.of(this::sweep)
                    .ifPresent(failure ->
                            LOG.warn("Leavers were not noted ({}); the next sweep tries again", Attempt.name(failure)));
        }
    }

    private void sweep() {
        List<Subsidiary> all = offboardings.firm().people().subsidiaries();
        // The latest day there is anywhere; each case is compared with the day of its own subsidiary below.
        LocalDate latest = all.stream()
                .map(one -> offboardings.firm().today(one.id()))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        offboardings.table().over(latest).stream()
                .filter(one ->
                        one.course().lastDay().isBefore(offboardings.firm().today(one.subsidiaryId())))
                .forEach(this::leave);
    }

    private void leave(Offboarding one) {
        Offboarding.Course was = one.course();
        Offboarding fresh = one.with(new Offboarding.Course(
                was.state(), was.noticeOn(), was.lastDay(), was.startedAt(), was.endedAt(), was.lastDay()));
        Employee.Exit exit = new Employee.Exit(was.lastDay(), type(one.content().kind()), reason(one));
        offboardings.table().database().run(connection -> {
            if (offboardings.table().change(fresh, offboardings.entry(What.LEFT, null, ""))) {
                register.leave(one.personId(), exit);
            }
        });
    }

    /** Whose will it was: what is told to the product's models as leaving is what people wanted themselves. */
    static String type(ExitKind kind) {
        return switch (kind) {
            case RESIGNATION, EMPLOYEE_FOR_CAUSE, AGREEMENT_BY_EMPLOYEE, CONTRACT_END_RENEWAL_DECLINED, ABANDONMENT ->
                "voluntary";
            case AGREEMENT_BY_EMPLOYER,
                    CONTRACT_END,
                    EMPLOYER_WITH_NOTICE,
                    EMPLOYER_FOR_CAUSE,
                    REDUNDANCY,
                    EMPLOYER_CLOSED -> "involuntary";
            case RETIREMENT -> "retirement";
            case DEATH -> "other";
        };
    }

    private String reason(Offboarding one) {
        String code = one.content().reason();
        String tag = offboardings
                .firm()
                .people()
                .subsidiary(one.subsidiaryId())
                .map(Subsidiary::language)
                .orElse(Texts.FALLBACK);
        return code.isEmpty() ? "" : texts.text(texts.negotiate(tag), "offboarding.reason." + code);
    }
}
