package org.holdfast.core.privacy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.jobs.RecurringJob;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;

/**
 * Ends once a night what has been kept long enough, in each subsidiary at half past one in its own zone. Its instances are
 * ids of subsidiaries. Safe for use from many threads.
 */
final class RetentionNight implements RecurringJob {
    private static final LocalTime AT = LocalTime.of(1, 30);

    private final RetentionSchedule schedule;
    private final People people;
    private final Consumer<AuditEvent> audit;

    RetentionNight(RetentionSchedule schedule, People people, Consumer<AuditEvent> audit) {
        this.schedule = schedule;
        this.people = people;
        this.audit = audit;
    }

    List<String> instances() {
        return people.subsidiaries().stream()
                .map(subsidiary -> subsidiary.id().toString())
                .toList();
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Optional<Instant> next(String instance, Instant after) {
        return people.subsidiary(UUID.fromString(instance)).map(subsidiary -> {
            ZonedDateTime now = after.atZone(subsidiary.timezone());
            ZonedDateTime today = now.toLocalDate().atTime(AT).atZone(subsidiary.timezone());
            return (today.isAfter(now)
                            ? today
                            : now.toLocalDate().plusDays(1).atTime(AT).atZone(subsidiary.timezone()))
                    .toInstant();
        });
    }

    @Override
    public void run(String instance) {
        Map<String, Long> ended = schedule.apply(UUID.fromString(instance));
        if (ended.values().stream().anyMatch(count -> count > 0)) {
            Map<String, String> details = new TreeMap<>();
            ended.forEach((record, count) -> details.put(record, String.valueOf(count)));
            About about = new About(instance, List.of(), null);
            audit.accept(new AuditEvent("retention.applied", Actor.SERVER, about, AuditEvent.DONE, details));
        }
    }
}
