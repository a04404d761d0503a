package org.holdfast.core.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.Erasures;
import org.holdfast.core.protection.erasure.Ground;
import org.holdfast.core.protection.erasure.LegalHolds;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what has been kept as long as the subsidiary's rule book allows: signals, scores and alerts by their date, people who
 * have left as a whole. Whoever is on hold is left alone. Generated people of a sandbox have no such periods. Safe for use
 * from many threads.
 */
final class RetentionSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSchedule.class);

    private final Function<UUID, List<RetentionRule>> periods;
    private final People people;
    private final StatutoryRecords statutory;
    private final Erasures erasures;
    private final LegalHolds holds;
    private final Iterable<AgedRecords> records;
    private final Clock clock;

    RetentionSchedule(Rules rules, Erasures erasures, LegalHolds holds, Iterable<AgedRecords> records, Clock clock) {
        this.periods = rules.periods();
        this.people = rules.people();
        this.statutory = rules.statutory();
        this.erasures = erasures;
        this.holds = holds;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Where the periods come from, and about whom.
     *
     * @param periods returns a subsidiary's periods; none where no rule book holds
     * @param people who works where
     * @param statutory what the law has kept of people who were erased
     */
    record Rules(Function<UUID, List<RetentionRule>> periods, People people, StatutoryRecords statutory) {}

    /**
     * How a period stands.
     *
     * @param rule the period
     * @param before first day that is still kept
     * @param due how many records are over and end in the next night; for people, how many can be erased
     * @param soon how many more will be over within thirty days
     * @param held how many people who are over cannot be erased: on hold, or with an account that can log in
     */
    record Standing(RetentionRule rule, LocalDate before, long due, long soon, long held) {}

    /** Looks what ends in the next night. */
    List<Standing> look(UUID subsidiaryId) {
        Optional<LocalDate> today = today(subsidiaryId);
        if (today.isEmpty()) {
            return List.of();
        }
        Set<UUID> held = holds.held(subsidiaryId, today.get());
        List<Standing> standings = new ArrayList<>();
        for (RetentionRule rule : periods.apply(subsidiaryId)) {
            LocalDate before = today.get().minusMonths(rule.months());
            standings.add(
                    rule.record() == RetentionRule.Kind.PERSON
                            ? leavers(subsidiaryId, rule, before)
                            : aged(subsidiaryId, rule, before, held));
        }
        return standings;
    }

    private Standing aged(UUID subsidiaryId, RetentionRule rule, LocalDate before, Set<UUID> held) {
        long due = 0;
        long later = 0;
        for (AgedRecords kept : records) {
            if (kept.kind() == rule.record()) {
                due += kept.count(subsidiaryId, before, held);
                later += kept.count(subsidiaryId, before.plusDays(30), held);
            }
        }
        return new Standing(rule, before, due, later - due, 0);
    }

    private Standing leavers(UUID subsidiaryId, RetentionRule rule, LocalDate before) {
        Map<UUID, LocalDate> left = left(subsidiaryId, before.plusDays(30));
        List<UUID> over = over(left, before);
        long held = over.stream()
                .filter(id -> erasures.preview(Subject.person(subsidiaryId, id)).obstacle() != null)
                .count();
        return new Standing(rule, before, over.size() - held, (long) left.size() - over.size(), held);
    }

    private static List<UUID> over(Map<UUID, LocalDate> left, LocalDate before) {
        return left.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns who left before a day, and when. */
    private Map<UUID, LocalDate> left(UUID subsidiaryId, LocalDate before) {
        Map<UUID, LocalDate> left = new TreeMap<>();
        people.forEach(subsidiaryId, employee -> {
            LocalDate day = employee.exit().date();
            if (employee.status() == Employee.Status.LEFT && day != null && day.isBefore(before)) {
                left.put(employee.id(), day);
            }
        });
        return left;
    }

    /**
     * Ends what is over.
     *
     * @return number of records by what they were
     */
    Map<String, Long> apply(UUID subsidiaryId) {
        Map<String, Long> ended = new TreeMap<>();
        Optional<LocalDate> today = today(subsidiaryId);
        if (today.isEmpty()) {
            return ended;
        }
        Set<UUID> held = holds.held(subsidiaryId, today.get());
        for (RetentionRule rule : periods.apply(subsidiaryId)) {
            LocalDate before = today.get().minusMonths(rule.months());
            long count = rule.record() == RetentionRule.Kind.PERSON
                    ? erase(subsidiaryId, before)
                    : delete(subsidiaryId, rule.record(), before, held);
            ended.put(Words.of(rule.record()), count);
        }
        List<UUID> over = statutory.end(subsidiaryId, today.get());
        over.forEach(id -> erasures.erase(Subject.person(subsidiaryId, id), Ground.STATUTORY_ENDED, null));
        ended.put("statutory", (long) over.size());
        return ended;
    }

    private long delete(UUID subsidiaryId, RetentionRule.Kind kind, LocalDate before, Set<UUID> held) {
        long deleted = 0;
        for (AgedRecords kept : records) {
            deleted += kept.kind() == kind ? kept.delete(subsidiaryId, before, held) : 0;
        }
        return deleted;
    }

    private long erase(UUID subsidiaryId, LocalDate before) {
        long erased = 0;
        for (UUID id : over(left(subsidiaryId, before), before)) {
            try {
                erasures.erase(Subject.person(subsidiaryId, id), Ground.RETENTION, null);
                erased++;
            } catch (RestException e) {
                LOG.debug("Something stands against an erasure, such as a hold; the next night asks again", e);
            }
        }
        return erased;
    }

    /** Returns the subsidiary's day; empty where no period holds. */
    private Optional<LocalDate> today(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId)
                .filter(found -> !found.sandbox())
                .map(Subsidiary::timezone)
                .map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }
}
