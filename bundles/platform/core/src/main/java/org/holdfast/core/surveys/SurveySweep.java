package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes rounds whose last day is over, and deletes those whose time is. It can be cut off at any moment and begins again; while
 * the key ring is not open, nothing is done.
 */
final class SurveySweep implements Runnable {
    /** As long as the shipped rule books keep signals. */
    static final int MONTHS_KEPT = 36;

    private static final Logger LOG = LoggerFactory.getLogger(SurveySweep.class);

    private final SurveyDesk desk;
    private final BooleanSupplier open;

    SurveySweep(SurveyDesk desk, BooleanSupplier open) {
        this.desk = desk;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            Attempt.of(this::sweep)
                    .ifPresent(failure -> LOG.warn(
                            "Surveys were not looked after ({}); the next sweep tries again", Attempt.name(failure)));
        }
    }

    private void sweep() {
        desk.table().all().stream()
                .filter(round -> round.state() == Round.State.OPEN)
                .filter(round -> round.days().overAt(desk.today(round.subsidiaryId())))
                .forEach(this::close);
        for (Subsidiary firm : desk.asked().people().subsidiaries()) {
            LocalDate before = desk.today(firm.id()).minusMonths(MONTHS_KEPT);
            desk.table().deleteBefore(firm.id(), before);
        }
    }

    private void close(Round round) {
        Asked.Invited invited = desk.asked().of(round);
        desk.table().close(round, answers -> new Tally(round.kind(), invited, answers).results());
    }
}
