package org.holdfast.core.insight;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.jobs.Attempt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has figures counted after a start, and again once what they are counted from has changed and then rested for a look: an import in
 * its midst is waited for. For use by one thread.
 */
final class ReadAhead implements Runnable {
    /** Of a group with more subsidiaries, only the whole: kept answers are as many at most. */
    private static final int SINGLE = 24;

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    private final Iterable<Prepared> figures;
    private final Supplier<List<Subsidiary>> group;
    private final Supplier<Object> standing;
    private final BooleanSupplier open;
    private @Nullable Object seen;
    private @Nullable Object counted;

    /**
     * Takes what it looks at.
     *
     * @param figures what is counted
     * @param group returns the subsidiaries
     * @param standing differs once something differs that figures are counted from
     * @param open whether anything sealed can be opened
     */
    ReadAhead(
            Iterable<Prepared> figures,
            Supplier<List<Subsidiary>> group,
            Supplier<Object> standing,
            BooleanSupplier open) {
        this.figures = figures;
        this.group = group;
        this.standing = standing;
        this.open = open;
    }

    @Override
    public void run() {
        if (!open.getAsBoolean()) {
            // What was kept is forgotten with the keys.
            counted = null;
            return;
        }
        Object now = standing.get();
        boolean first = counted == null;
        boolean rests = now.equals(seen);
        seen = now;
        if (first || (rests && !now.equals(counted))) {
            counted = now;
            Attempt.of(this::count)
                    .ifPresent(failure -> LOG.warn(
                            "Figures were not counted beforehand ({}); who asks for them waits",
                            Attempt.name(failure)));
        }
    }

    private void count() {
        List<Subsidiary> all = group.get();
        for (Prepared figure : figures) {
            figure.prepare(all);
            if (all.size() > 1 && all.size() <= SINGLE) {
                all.forEach(one -> figure.prepare(List.of(one)));
            }
        }
    }
}
