package org.holdfast.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.jspecify.annotations.Nullable;

/** What a run may touch and has touched: its rooms, its subsidiary, keys seen, links to be made. For one thread. */
final class Scope {
    private final Rooms rooms;
    private final @Nullable UUID subsidiaryId;
    private final boolean dryRun;
    private final Set<String> keys = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<UUID, Optional<UUID>> parents = new HashMap<>();
    private final Set<UUID> touched = new HashSet<>();
    private final ArrivalNotes arrivals;

    Scope(Rooms rooms, @Nullable UUID subsidiaryId, boolean dryRun) {
        this.rooms = rooms;
        this.subsidiaryId = subsidiaryId;
        this.dryRun = dryRun;
        this.arrivals = new ArrivalNotes(rooms.arrivals(), rooms.people());
    }

    Rooms rooms() {
        return rooms;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** Returns whether a key was seen for the first time. */
    boolean first(String key) {
        return keys.add(key);
    }

    boolean seen(String key) {
        return keys.contains(key);
    }

    void later(Link link) {
        links.add(link);
    }

    /** Returns the links noted since the last call. */
    List<Link> takeLinks() {
        List<Link> taken = List.copyOf(links);
        links.clear();
        return taken;
    }

    /** Remembers who was put under whom in the transaction under way, which the index does not tell yet. */
    void put(UUID childId, @Nullable UUID parentId) {
        parents.put(childId, Optional.ofNullable(parentId));
    }

    /** Forgets what {@link #put} remembered: the index tells it now. */
    void committed() {
        parents.clear();
    }

    /** Returns whether something is another or stands below it, by what the index and this transaction tell. */
    boolean isBelow(UUID id, UUID above, Function<UUID, @Nullable UUID> parentOf) {
        Set<UUID> passed = new HashSet<>();
        UUID next = id;
        while (next != null && passed.add(next)) {
            if (next.equals(above)) {
                return true;
            }
            Optional<UUID> fresh = parents.get(next);
            next = fresh == null ? parentOf.apply(next) : fresh.orElse(null);
        }
        return false;
    }

    void touch(UUID subsidiary) {
        touched.add(subsidiary);
    }

    Set<UUID> touched() {
        return Set.copyOf(touched);
    }

    /** Takes note of people about whom the transaction under way stores something new. */
    void arrived(UUID subsidiary, Set<UUID> persons) {
        arrivals.note(subsidiary, persons);
    }

    /** Returns where something new is known about somebody. */
    Set<UUID> arrivedIn() {
        return arrivals.subsidiaries();
    }

    /** Returns the row's subsidiary: its own column, or the run's. */
    Optional<Subsidiary> subsidiary(Cells row) {
        String code = row.text("subsidiary");
        Optional<Subsidiary> found = code.isEmpty()
                ? Optional.ofNullable(subsidiaryId).flatMap(rooms.people()::subsidiary)
                : rooms.people().subsidiaryByCode(code);
        if (found.isEmpty()) {
            row.problem("subsidiary", code.isEmpty() ? "missing" : "unknownSubsidiary");
            return found;
        }
        if (subsidiaryId != null && !found.get().id().equals(subsidiaryId)) {
            row.problem("subsidiary", "otherSubsidiary");
            return Optional.empty();
        }
        return found;
    }

    /** Returns the person a row is about. */
    Optional<PersonCard> person(Cells row, Subsidiary subsidiary) {
        String number = row.required("employee_no", EmployeeRows.LONGEST_NUMBER);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonCard> found = rooms.people().cardByNo(subsidiary.id(), number);
        if (found.isEmpty()) {
            row.problem("employee_no", "unknownEmployee");
        }
        return found;
    }
}
