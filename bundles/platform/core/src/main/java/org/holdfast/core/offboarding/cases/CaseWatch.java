package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what happens to cases by time alone: that a step is overdue, and that access has ended for good. Each is marked in the same
 * transaction in which it is told, and so told once, whenever a server dies. While the key ring is not open, nothing is done.
 */
final class CaseWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseWatch.class);
    /** Accounts that are not proved dead long after the last day are told of elsewhere, each day. */
    private static final int ACCESS_DAYS = 180;

    private final Offboardings offboardings;
    private final CaseMarks marks;
    private final BooleanSupplier open;

    CaseWatch(Offboardings offboardings, CaseMarks marks, BooleanSupplier open) {
        this.offboardings = offboardings;
        this.marks = marks;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            tried(this::look);
        }
    }

    private void look() {
        LocalDate latest = offboardings.firm().people().subsidiaries().stream()
                .map(Subsidiary::id)
                .map(offboardings.firm()::today)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        for (OffboardingTask task : marks.overdue(latest)) {
            if (task.overdue(offboardings.firm().today(task.of().subsidiaryId()))) {
                tried(() -> overdue(task));
            }
        }
        // Days of the era before ours are none that a database has.
        if (!latest.equals(LocalDate.MIN)) {
            marks.accessOpen(latest.minusDays(ACCESS_DAYS), latest).forEach(id -> tried(() -> access(id)));
        }
    }

    private void overdue(OffboardingTask task) {
        Offboarding of = offboardings.table().find(task.of().caseId()).orElse(null);
        if (of == null) {
            return;
        }
        offboardings.table().database().run(connection -> {
            offboardings.told(
                    CaseChange.of(Kind.STEP_OVERDUE, of, offboardings.firm().now())
                            .with(task, ""));
            if (!marks.overdue(task, offboardings.firm().now())) {
                throw Offboardings.changed();
            }
        });
    }

    private void access(UUID id) {
        Offboarding of = offboardings.table().find(id).orElse(null);
        if (of == null || !offboardings.accessEnded(id)) {
            return;
        }
        offboardings.table().database().run(connection -> {
            offboardings.told(
                    CaseChange.of(Kind.ACCESS_ENDED, of, offboardings.firm().now()));
            if (!marks.accessEnded(of, offboardings.firm().now())) {
                throw Offboardings.changed();
            }
        });
    }

    /** What somebody changed meanwhile, or another server has told, is rolled back with what was written of it. */
    private static void tried(Runnable work) {
        Attempt.of(work)
                .ifPresent(failure -> LOG.info(
                        "What time changed in cases was not told ({}); the next look tries again",
                        Attempt.name(failure)));
    }
}
