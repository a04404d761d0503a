package org.holdfast.core.people;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, numbers and posts in memory. Filled at the first question; what is written later is put to it. */
final class PeopleIndex {
    /** By name, then number; two subsidiaries can have the same of both. */
    static final Comparator<PersonCard> ORDER = Comparator.comparing(PersonCard::name)
            .thenComparing(PersonCard::employeeNo)
            .thenComparing(PersonCard::id);

    /** Stands in no name, no number and nothing that is searched for. */
    private static final char BETWEEN = '\0';

    private final Map<UUID, PersonCard> byId = new ConcurrentHashMap<>();
    private final Map<NumberKey, UUID> byNumber = new ConcurrentHashMap<>();
    private final Map<UUID, NavigableSet<UUID>> bySubsidiary = new ConcurrentHashMap<>();
    /** Names and numbers as they are searched: folding them anew for each search would be most of its work. */
    private final Map<UUID, String> words = new ConcurrentHashMap<>();

    private final Map<UUID, Set<UUID>> byManager = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> atWork = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final Consumer<Consumer<Employee>> source;
    private volatile boolean filled;

    /** Takes what reads all people. */
    PeopleIndex(Consumer<Consumer<Employee>> source) {
        this.source = source;
    }

    Optional<PersonCard> card(UUID id) {
        fill();
        return Optional.ofNullable(byId.get(id));
    }

    Optional<PersonCard> cardByNo(UUID subsidiaryId, String employeeNo) {
        fill();
        UUID id = byNumber.get(NumberKey.of(subsidiaryId, employeeNo));
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    List<UUID> ids(UUID subsidiaryId) {
        fill();
        return List.copyOf(bySubsidiary.getOrDefault(subsidiaryId, new ConcurrentSkipListSet<>()));
    }

    Set<UUID> reports(UUID managerId) {
        fill();
        return Set.copyOf(byManager.getOrDefault(managerId, Set.of()));
    }

    Set<UUID> allReports(UUID managerId) {
        fill();
        Set<UUID> all = new HashSet<>();
        collect(managerId, all);
        all.remove(managerId);
        return all;
    }

    private void collect(UUID managerId, Set<UUID> all) {
        Deque<UUID> open = new ArrayDeque<>(List.of(managerId));
        while (!open.isEmpty()) {
            for (UUID report : byManager.getOrDefault(open.pop(), Set.of())) {
                if (all.add(report)) {
                    open.push(report);
                }
            }
        }
    }

    int atWork(UUID unitId) {
        fill();
        return atWork.getOrDefault(unitId, Set.of()).size();
    }

    long version() {
        return version.get();
    }

    Stream<PersonCard> matching(PeopleQuery query, Set<UUID> departments) {
        fill();
        String text = folded(query.text());
        return cards(query.subsidiaryIds())
                .filter(card -> matches(card, query, departments))
                .filter(card ->
                        text.isEmpty() || words.getOrDefault(card.id(), "").contains(text))
                .filter(query.visible());
    }

    private Stream<PersonCard> cards(Set<UUID> subsidiaryIds) {
        return subsidiaryIds.isEmpty()
                ? byId.values().stream()
                : subsidiaryIds.stream()
                        .flatMap(id -> bySubsidiary.getOrDefault(id, Collections.emptyNavigableSet()).stream())
                        .map(byId::get)
                        .filter(Objects::nonNull);
    }

    private static boolean matches(PersonCard card, PeopleQuery query, Set<UUID> departments) {
        return (query.subsidiaryIds().isEmpty() || query.subsidiaryIds().contains(card.subsidiaryId()))
                && (query.status() == null || query.status() == card.status())
                && (query.departmentIds().isEmpty()
                        || (card.departmentId() != null && departments.contains(card.departmentId())));
    }

    /** Takes what was written and committed. */
    synchronized void put(List<Employee> written) {
        if (filled) {
            written.forEach(employee -> put(PersonCard.of(employee)));
        }
        version.incrementAndGet();
    }

    /** Takes out somebody who was erased; those who reported to that person report to nobody. */
    synchronized void remove(UUID personId) {
        PersonCard card = filled ? byId.remove(personId) : null;
        words.remove(personId);
        if (card != null) {
            remove(byManager, card.managerId(), personId);
            remove(atWork, card.departmentId(), personId);
            remove(atWork, card.subsidiaryId(), personId);
            byNumber.remove(NumberKey.of(card.subsidiaryId(), card.employeeNo()), personId);
            bySubsidiary
                    .getOrDefault(card.subsidiaryId(), new ConcurrentSkipListSet<>())
                    .remove(personId);
            Set.copyOf(byManager.getOrDefault(personId, Set.of())).stream()
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .forEach(report -> put(report.under(null)));
        }
        version.incrementAndGet();
    }

    private void fill() {
        if (filled) {
            return;
        }
        synchronized (this) {
            if (!filled) {
                clear();
                try {
                    source.accept(employee -> put(PersonCard.of(employee)));
                    filled = true;
                } finally {
                    if (!filled) {
                        clear();
                    }
                }
                version.incrementAndGet();
            }
        }
    }

    /** Forgets everybody; the next question fills it anew. */
    synchronized void drop() {
        filled = false;
        clear();
        version.incrementAndGet();
    }

    private void clear() {
        List.of(byId, byNumber, bySubsidiary, words, byManager, atWork).forEach(Map::clear);
    }

    private void put(PersonCard card) {
        PersonCard old = byId.put(card.id(), card);
        words.put(card.id(), folded(card.name()) + BETWEEN + folded(card.employeeNo()));
        if (old != null) {
            remove(byManager, old.managerId(), old.id());
            remove(atWork, old.departmentId(), old.id());
            remove(atWork, old.subsidiaryId(), old.id());
            byNumber.remove(NumberKey.of(old.subsidiaryId(), old.employeeNo()), old.id());
        }
        byNumber.put(NumberKey.of(card.subsidiaryId(), card.employeeNo()), card.id());
        bySubsidiary
                .computeIfAbsent(card.subsidiaryId(), key -> new ConcurrentSkipListSet<>())
                .add(card.id());
        add(byManager, card.managerId(), card.id());
        if (card.status() != Employee.Status.LEFT) {
            add(atWork, card.departmentId(), card.id());
            add(atWork, card.subsidiaryId(), card.id());
        }
    }

    private static void add(Map<UUID, Set<UUID>> groups, @Nullable UUID key, UUID id) {
        if (key != null) {
            groups.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(id);
        }
    }

    private static void remove(Map<UUID, Set<UUID>> groups, @Nullable UUID key, UUID id) {
        if (key != null) {
            groups.getOrDefault(key, new HashSet<>()).remove(id);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** A number within a subsidiary, compared as the vault's fingerprint compares it. */
    private record NumberKey(UUID subsidiaryId, String number) {
        static NumberKey of(UUID subsidiaryId, String number) {
            return new NumberKey(
                    subsidiaryId,
                    Normalizer.normalize(number, Normalizer.Form.NFKC).strip());
        }
    }
}
