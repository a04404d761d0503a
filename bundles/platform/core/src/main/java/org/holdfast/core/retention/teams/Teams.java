package org.holdfast.core.retention.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.teams.Leavers.Leaver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the departments that somebody left, for HR. A superior's exit counts where they worked and where somebody reported to them
 * directly. Whoever leads a team now is not shown it, be they HR. Safe for use from many threads.
 */
final class Teams {
    /** For how long an exit counts. */
    static final int DAYS = 180;

    private final People people;
    private final Leavers leavers;
    private final Clock clock;

    Teams(People people, Leavers leavers, Clock clock) {
        this.people = people;
        this.leavers = leavers;
        this.clock = clock;
    }

    /** Returns the teams the caller sees, in any order. */
    List<Team> visible(Visibility caller) {
        return people.subsidiaries().stream()
                .filter(subsidiary -> caller.maySeeSubsidiary(subsidiary.id()))
                .flatMap(subsidiary -> teams(subsidiary, null, caller).stream())
                .toList();
    }

    /** Finds a team, else answers 404: where nobody left, and where the caller does not see it. */
    Team find(UUID departmentId, Visibility caller) {
        return people.department(departmentId)
                .map(Department::subsidiaryId)
                .filter(caller::maySeeSubsidiary)
                .flatMap(people::subsidiary)
                .flatMap(subsidiary ->
                        teams(subsidiary, departmentId, caller).stream().findFirst())
                .orElseThrow(RestException::notFound);
    }

    private List<Team> teams(Subsidiary subsidiary, @Nullable UUID wanted, Visibility caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), subsidiary.timezone());
        List<PersonCard> cards = people.ids(subsidiary.id()).stream()
                .flatMap(id -> people.card(id).stream())
                .filter(card -> card.status() != Employee.Status.LEFT && card.departmentId() != null)
                .toList();
        Map<UUID, List<PersonCard>> members = new HashMap<>();
        Map<UUID, Set<UUID>> led = new HashMap<>();
        for (PersonCard card : cards) {
            members.computeIfAbsent(card.departmentId(), id -> new ArrayList<>())
                    .add(card);
            if (card.managerId() != null) {
                led.computeIfAbsent(card.managerId(), id -> new LinkedHashSet<>())
                        .add(card.departmentId());
            }
        }
        Map<UUID, List<Leaver>> left = left(subsidiary.id(), today, led);
        return left.entrySet().stream()
                .filter(entry -> wanted == null || wanted.equals(entry.getKey()))
                .flatMap(entry -> team(entry.getKey(), entry.getValue(), members, caller).stream())
                .toList();
    }

    private Map<UUID, List<Leaver>> left(UUID subsidiaryId, LocalDate today, Map<UUID, Set<UUID>> led) {
        Map<UUID, List<Leaver>> left = new HashMap<>();
        for (Leaver leaver : leavers.of(subsidiaryId)) {
            boolean counts =
                    leaver.on().isAfter(today.minusDays(DAYS)) && !leaver.on().isAfter(today);
            if (counts) {
                Stream.concat(
                                Stream.ofNullable(leaver.departmentId()),
                                led.getOrDefault(leaver.personId(), Set.of()).stream())
                        .distinct()
                        .forEach(unit -> left.computeIfAbsent(unit, id -> new ArrayList<>())
                                .add(leaver));
            }
        }
        return left;
    }

    private Optional<Team> team(UUID unit, List<Leaver> all, Map<UUID, List<PersonCard>> members, Visibility caller) {
        List<PersonCard> present = members.getOrDefault(unit, List.of());
        Optional<UUID> self = caller.caller().employeeId();
        boolean leads =
                self.isPresent() && present.stream().anyMatch(card -> self.get().equals(card.managerId()));
        List<Leaver> left = all.stream()
                .filter(leaver -> sees(leaver.personId(), "contract", caller))
                .sorted(Comparator.comparing(Leaver::on).reversed().thenComparing(Leaver::personId))
                .toList();
        List<PersonCard> seen =
                present.stream().filter(card -> sees(card.id(), "name", caller)).toList();
        if (leads || left.isEmpty() || seen.isEmpty()) {
            return Optional.empty();
        }
        return people.department(unit).map(found -> new Team(found, left, since(left), seen));
    }

    private boolean sees(UUID person, String field, Visibility caller) {
        return people.card(person)
                .filter(card -> caller.maySee(card.subsidiaryId(), card.id())
                        && caller.has("risk:read", card.subsidiaryId(), card.id())
                        && caller.tells(field, card.id(), card.subsidiaryId()))
                .isPresent();
    }

    /**
     * The first exit of those that are as near to the latest as scores are held in memory: several exits in a row are one story,
     * and one of half a year ago is another.
     */
    private static LocalDate since(List<Leaver> left) {
        LocalDate latest = left.get(0).on();
        return left.stream()
                .map(Leaver::on)
                .filter(on -> on.isAfter(latest.minusDays(TeamScores.NEAR_DAYS)))
                .min(Comparator.naturalOrder())
                .orElse(latest);
    }
}
