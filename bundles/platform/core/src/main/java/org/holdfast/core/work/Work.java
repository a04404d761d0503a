package org.holdfast.core.work;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.work.WorkItem.When;

/** Gathers from all rooms what somebody has to do. Safe for use from many threads. */
final class Work {
    /** Within a group the day counts; what waits without one comes after what has one. */
    private static final Comparator<WorkItem> URGENT = Comparator.comparing(
                    (WorkItem item) -> item.due().when())
            .thenComparing(item -> Optional.ofNullable(item.due().on()).orElse(LocalDate.MAX))
            .thenComparing(item -> item.kind().code())
            .thenComparing(WorkItem::placeId);

    private final Iterable<WorkSource> sources;
    private final People people;

    Work(Iterable<WorkSource> sources, People people) {
        this.sources = sources;
        this.people = people;
    }

    /** Returns what the caller has to do, the most urgent first. */
    List<WorkItem> items(Visibility caller) {
        return StreamSupport.stream(sources.spliterator(), false)
                .flatMap(source -> source.items(caller).stream())
                .sorted(URGENT)
                .toList();
    }

    WorkView.Counts counts(List<WorkItem> items, Visibility caller) {
        Map<When, Integer> found = new EnumMap<>(When.class);
        items.forEach(item -> found.merge(item.due().when(), 1, Integer::sum));
        int done = 0;
        for (WorkSource source : sources) {
            done += source.doneToday(caller);
        }
        return new WorkView.Counts(
                found.getOrDefault(When.OVERDUE, 0),
                found.getOrDefault(When.TODAY, 0),
                found.getOrDefault(When.WEEK, 0),
                found.getOrDefault(When.LATER, 0),
                done);
    }

    /** Shows an item; nothing of somebody who was erased since it was found. */
    Optional<WorkView.Line> view(WorkItem item) {
        WorkItem.Due due = item.due();
        return people.card(item.personId())
                .map(card -> new WorkView.Line(
                        item.kind().code(),
                        item.kind().place() + '/' + item.placeId(),
                        EmployeeRow.of(card, people),
                        due.when().code(),
                        due.on(),
                        due.fresh(),
                        item.title().get(),
                        item.kind().field()));
    }
}
