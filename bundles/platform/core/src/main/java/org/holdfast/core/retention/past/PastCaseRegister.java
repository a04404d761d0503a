package org.holdfast.core.retention.past;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.AlertDocuments.Need;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.retention.PastAlerts;
import org.holdfast.core.retention.cases.PastTalks;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.PastOutcomes;
import org.jspecify.annotations.Nullable;

/**
 * Writes cases from before the product into the tables of its own, sealed like them. They are over from the beginning, so that
 * no delivery, clock, reminder or plan begins with them.
 */
final class PastCaseRegister implements PastCases {
    private static final String OTHER = "other";

    private final Files files;
    private final People people;
    private final Needs needs;
    private final Function<UUID, List<RetentionRule>> periods;
    private final Clock clock;

    PastCaseRegister(
            Files files, People people, Needs needs, Function<UUID, List<RetentionRule>> periods, Clock clock) {
        this.files = files;
        this.people = people;
        this.needs = needs;
        this.periods = periods;
        this.clock = clock;
    }

    /** Where the parts of a case are kept. */
    record Files(PastAlerts alerts, PastTalks talks, PastOutcomes outcomes) {}

    /** A case of a person. */
    private record Key(UUID personId, LocalDate day) {}

    @Override
    public Rules rules(UUID subsidiaryId) {
        Set<String> causes =
                needs.of(subsidiaryId, null).stream().map(Need::code).collect(Collectors.toCollection(HashSet::new));
        causes.add(OTHER);
        return new Rules(causes, since(subsidiaryId));
    }

    /** What the coming night would delete is not taken. Generated people of a sandbox have no periods. */
    private @Nullable LocalDate since(UUID subsidiaryId) {
        Optional<Subsidiary> firm = people.subsidiary(subsidiaryId).filter(found -> !found.sandbox());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(subsidiaryId));
        return firm.flatMap(found -> periods.apply(subsidiaryId).stream()
                        .filter(rule -> rule.record() == RetentionRule.Kind.ALERTS)
                        .findFirst())
                .map(rule -> today.minusMonths(rule.months()))
                .orElse(null);
    }

    @Override
    public Map<UUID, LocalDate> alertedSince(Collection<UUID> persons) {
        Map<UUID, LocalDate> since = new HashMap<>();
        for (Alert alert : files.alerts().about(persons)) {
            if (!alert.imported()) {
                LocalDate day = LocalDate.ofInstant(alert.times().openedAt(), zone(alert.subsidiaryId()));
                since.merge(alert.personId(), day, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return since;
    }

    @Override
    public int take(List<PastCase> cases) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<Key, UUID> known = known(cases);
        Map<UUID, List<PastCase>> fresh = new LinkedHashMap<>();
        int changed = 0;
        for (PastCase one : cases) {
            UUID alertId = known.get(new Key(one.personId(), one.noticedOn()));
            if (alertId == null) {
                fresh.computeIfAbsent(one.subsidiaryId(), id -> new ArrayList<>())
                        .add(one);
                changed++;
            } else {
                changed += correct(alertId, one, now) ? 1 : 0;
            }
        }
        fresh.forEach((subsidiaryId, added) -> add(subsidiaryId, added, now));
        return changed;
    }

    private Map<Key, UUID> known(List<PastCase> cases) {
        Set<UUID> persons = cases.stream().map(PastCase::personId).collect(Collectors.toSet());
        return files.alerts().about(persons).stream()
                .filter(Alert::imported)
                .collect(Collectors.toMap(
                        alert -> new Key(alert.personId(), alert.asOf()), Alert::id, (first, second) -> first));
    }

    private void add(UUID subsidiaryId, List<PastCase> cases, Instant now) {
        ZoneId zone = zone(subsidiaryId);
        List<Alert> alerts = new ArrayList<>();
        Map<RetentionCase, PastCase.Talk> talks = new LinkedHashMap<>();
        Map<RetentionCase, PastCase.Outcome> outcomes = new LinkedHashMap<>();
        for (PastCase one : cases) {
            LocalDate day = one.noticedOn();
            Alert alert =
                    PastAlerts.of(subsidiaryId, one.personId(), day, moment(day, zone), moment(one.closedOn(), zone));
            LocalDate talked = one.talk().heldOn();
            RetentionCase closed = PastTalks.of(alert, talked, moment(talked, zone));
            alerts.add(alert);
            talks.put(closed, one.talk());
            Optional.ofNullable(one.outcome()).ifPresent(outcome -> outcomes.put(closed, outcome));
        }
        files.alerts().add(subsidiaryId, alerts);
        files.talks().add(talks, now);
        files.outcomes().add(outcomes, now);
    }

    /** Nothing that was said is taken away: an empty outcome leaves the one that stands. */
    private boolean correct(UUID alertId, PastCase said, Instant now) {
        RetentionCase one = files.talks().ofAlert(alertId).orElse(null);
        if (one == null) {
            return false;
        }
        PastCase.Outcome outcome = said.outcome();
        boolean talk = files.talks().correct(one, said.talk(), now);
        boolean result = outcome != null && files.outcomes().correct(one, outcome, now);
        if (talk || result) {
            ZoneId zone = zone(one.subsidiaryId());
            Instant was = Objects.requireNonNull(one.times().closedAt());
            Instant end = moment(said.closedOn(), zone);
            Instant closed = outcome == null && was.isAfter(end) ? was : end;
            files.talks().retime(one, moment(said.talk().heldOn(), zone), closed);
            files.alerts().closedAt(alertId, closed);
        }
        return talk || result;
    }

    private ZoneId zone(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).<ZoneId>map(Subsidiary::timezone).orElse(ZoneOffset.UTC);
    }

    private static Instant moment(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
