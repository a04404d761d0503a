package org.holdfast.core.retention.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.work.WorkItem;
import org.holdfast.core.work.WorkKind;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * The talks somebody has to hold; for HR the overdue talks of superiors, too: until those go up, HR alone can ask after them.
 */
final class CaseWork implements WorkSource {
    static final WorkKind TALK = new WorkKind("talk", "alerts", "/cases");
    static final WorkKind OVERDUE = new WorkKind("talkOverdue", "alerts", "/cases");
    /** Longer than any day anywhere. */
    private static final Duration DAY = Duration.ofHours(36);

    private final CaseTable table;
    private final CaseReader reader;
    private final Clock clock;

    CaseWork(CaseTable table, CaseReader reader, Clock clock) {
        this.table = table;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> items(Visibility caller) {
        Instant now = clock.instant();
        return reader.acted(table.inState(CaseState.WAITING), caller).stream()
                .flatMap(one -> kind(one, caller, now).map(kind -> item(one, kind, now)).stream())
                .toList();
    }

    @Override
    public int doneToday(Visibility caller) {
        Instant now = clock.instant();
        return (int) reader.acted(table.talkedSince(now.minus(DAY)), caller).stream()
                .filter(one -> CaseReader.yours(one, caller))
                .filter(one -> sameDay(one.times().talkedAt(), now, reader.zone(one)))
                .count();
    }

    private static Optional<WorkKind> kind(RetentionCase one, Visibility caller, Instant now) {
        if (CaseReader.yours(one, caller)) {
            return Optional.of(TALK);
        }
        return one.overdue(now) ? Optional.of(OVERDUE) : Optional.empty();
    }

    private WorkItem item(RetentionCase one, WorkKind kind, Instant now) {
        ZoneId zone = reader.zone(one);
        WorkItem.Due due = new WorkItem.Due(
                one.turn().dueOn(),
                LocalDate.ofInstant(now, zone),
                one.overdue(now),
                sameDay(one.turn().startedAt(), now, zone));
        return new WorkItem(kind, one.id(), one.personId(), due, () -> "");
    }

    private static boolean sameDay(@Nullable Instant at, Instant now, ZoneId zone) {
        return at != null && LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
    }
}
