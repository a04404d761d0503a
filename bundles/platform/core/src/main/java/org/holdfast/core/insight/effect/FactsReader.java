package org.holdfast.core.insight.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.holdfast.core.insight.effect.Flag.Held;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.TalkClock;
import org.holdfast.core.retention.cases.CaseFact;
import org.holdfast.core.retention.cases.CaseFacts;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the figures of a subsidiary are counted from. Everybody's employment is kept in memory, without a name, until
 * something about people changes. Safe for use from many threads.
 */
final class FactsReader {
    private final People people;
    private final Alerts alerts;
    private final CaseFacts cases;
    private final SettingsTable settings;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    FactsReader(People people, Alerts alerts, CaseFacts cases, SettingsTable settings, Clock clock) {
        this.people = people;
        this.alerts = alerts;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(long version, List<Worker> workers) {}

    /** Reads a subsidiary. */
    Facts of(Subsidiary subsidiary) {
        UUID id = subsidiary.id();
        List<Worker> workers = workers(id);
        Map<UUID, Worker> byId = workers.stream().collect(Collectors.toMap(Worker::id, worker -> worker));
        Map<UUID, CaseFact> byAlert = cases.of(id).stream().collect(Collectors.toMap(CaseFact::alertId, fact -> fact));
        TalkClock days = alerts.clock(id, null);
        List<Flag> flags = new ArrayList<>();
        for (Alert alert : alerts.ofSubsidiary(id)) {
            Worker worker = byId.get(alert.personId());
            if (worker != null) {
                flags.add(flag(alert, worker, byAlert.get(alert.id()), days, subsidiary.timezone()));
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), subsidiary.timezone());
        return new Facts(id, today, settings.current(id).horizonDays(), flags, workers);
    }

    /**
     * Returns what differs once something differs that reports about subsidiaries are counted from: people, alerts, deliveries,
     * talks, a setting, or the day.
     */
    Object standing(List<Subsidiary> subsidiaries) {
        List<Object> marks = new ArrayList<>();
        marks.add(people.version());
        for (Subsidiary subsidiary : subsidiaries) {
            UUID id = subsidiary.id();
            marks.add(LocalDate.ofInstant(clock.instant(), subsidiary.timezone()));
            marks.add(settings.current(id).horizonDays());
            marks.add(alerts.standing(id));
            marks.add(cases.standing(id));
        }
        return marks;
    }

    /** Drops what is kept. */
    void forget() {
        known.clear();
    }

    private static Flag flag(Alert alert, Worker worker, @Nullable CaseFact fact, TalkClock days, ZoneId zone) {
        LocalDate opened = LocalDate.ofInstant(alert.times().openedAt(), zone);
        boolean delivered = alert.deliveredManager().isPresent();
        return new Flag(worker, opened, delivered, alert.imported(), held(fact, days));
    }

    private static @Nullable Held held(@Nullable CaseFact fact, TalkClock days) {
        LocalDate on = fact == null ? null : fact.talkedOn();
        if (fact == null || on == null) {
            return null;
        }
        return new Held(on, !on.isAfter(days.dueOn(fact.openedAt())), fact.meansToLeave());
    }

    private List<Worker> workers(UUID subsidiaryId) {
        long version = people.version();
        Known found = known.get(subsidiaryId);
        if (found == null || found.version() != version) {
            Map<UUID, Worker> read = new HashMap<>();
            people.forEach(
                    subsidiaryId, employee -> Worker.of(employee).ifPresent(worker -> read.put(worker.id(), worker)));
            found = new Known(version, List.copyOf(read.values()));
            known.put(subsidiaryId, found);
        }
        return found.workers();
    }
}
