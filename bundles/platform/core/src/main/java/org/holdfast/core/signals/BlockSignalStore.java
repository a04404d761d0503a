package org.holdfast.core.signals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.signals.BlockTables.BlockRow;
import org.holdfast.core.signals.BlockTables.DeltaRow;
import org.holdfast.core.signals.FactCodec.Plain;
import org.holdfast.core.signals.SignalAppender.Arrival;

/** Keeps facts in sealed blocks per person and calendar quarter, with sealed additions beside them. */
public final class BlockSignalStore implements SignalStore {
    private static final int PEOPLE_A_READ = 256;
    private static final int MANY_DELTAS = 24;

    private final Database database;
    private final Executor background;
    private final BlockTables tables = new BlockTables();
    private final FreshnessTable freshness = new FreshnessTable();
    private final SealedFacts sealed;
    private final Compaction compaction;
    private final Removal removal;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Creates the store.
     *
     * @param database where the rows are
     * @param vault seals them
     * @param clock tells when something arrived
     * @param background runs compaction
     */
    public BlockSignalStore(Database database, Vault vault, Clock clock, Executor background) {
        this.database = database;
        this.background = background;
        this.sealed = new SealedFacts(vault, clock);
        this.compaction = new Compaction(database, tables, sealed);
        this.removal = new Removal(database, tables, sealed);
    }

    @Override
    public int append(Subject person, List<Fact> facts) {
        List<Arrival> arrivals =
                facts.stream().map(fact -> new Arrival(fact, true)).toList();
        return appender(person.subsidiaryId())
                .append(Map.of(person.personId().orElseThrow(), arrivals))
                .added();
    }

    @Override
    public SignalAppender appender(UUID subsidiaryId) {
        return new DeltaAppender(this, subsidiaryId, freshness(subsidiaryId));
    }

    @Override
    public List<Fact> read(Subject person, LocalDate fromDay) {
        List<Fact> all = new ArrayList<>();
        readAll(
                person.subsidiaryId(),
                List.of(person.personId().orElseThrow()),
                fromDay,
                (id, facts) -> all.addAll(facts));
        return all;
    }

    @Override
    public void readAll(
            UUID subsidiaryId, Collection<UUID> persons, LocalDate fromDay, BiConsumer<UUID, List<Fact>> action) {
        List<UUID> all = List.copyOf(persons);
        for (int from = 0; from < all.size(); from += PEOPLE_A_READ) {
            List<UUID> page = all.subList(from, Math.min(from + PEOPLE_A_READ, all.size()));
            Rows rows = rows(subsidiaryId, page, fromDay);
            for (UUID personId : page) {
                action.accept(personId, facts(Subject.person(subsidiaryId, personId), rows, fromDay));
            }
        }
    }

    @Override
    public int remove(Subject person, Predicate<Fact> which) {
        return removal.of(person, which);
    }

    @Override
    public void compact(UUID subsidiaryId) {
        compaction.all(subsidiaryId);
    }

    @Override
    public List<Freshness> freshness(UUID subsidiaryId) {
        return database.call(connection -> freshness.of(connection, subsidiaryId));
    }

    void add(UUID subsidiaryId, Map<UUID, List<Arrival>> arrivals) {
        List<DeltaRow> rows = new ArrayList<>(arrivals.size());
        arrivals.forEach((personId, facts) -> rows.addAll(deltas(Subject.person(subsidiaryId, personId), facts)));
        database.run(connection -> {
            tables.addDeltas(connection, subsidiaryId, rows);
            freshness.count(connection, subsidiaryId, arrivals.values());
        });
    }

    /** What arrives about somebody who is being erased is dropped. */
    private List<DeltaRow> deltas(Subject person, List<Arrival> facts) {
        try {
            return sealed.deltas(person, facts);
        } catch (PersonErasedException e) {
            return List.of();
        }
    }

    /** Returns what is known about people from the quarter of a day on, ready to be merged with more. */
    Map<UUID, FactMerge> merges(UUID subsidiaryId, Collection<UUID> persons, LocalDate fromDay) {
        Rows rows = rows(subsidiaryId, persons, fromDay);
        return persons.stream()
                .collect(Collectors.toMap(id -> id, id -> known(Subject.person(subsidiaryId, id), rows, fromDay)));
    }

    private FactMerge known(Subject person, Rows rows, LocalDate fromDay) {
        try {
            return merge(person, rows, fromDay);
        } catch (PersonErasedException e) {
            return new FactMerge();
        }
    }

    /**
     * Reads additions before blocks: what compaction moves between the two reads is then seen in both, which merging takes
     * for one. The other way round it would be seen in neither.
     */
    private Rows rows(UUID subsidiaryId, Collection<UUID> persons, LocalDate fromDay) {
        return database.call(connection -> {
            Map<UUID, List<DeltaRow>> deltas = tables.deltas(connection, subsidiaryId, persons).stream()
                    .collect(Collectors.groupingBy(DeltaRow::personId));
            Map<UUID, List<BlockRow>> blocks =
                    tables.blocks(connection, subsidiaryId, persons, Quarter.of(fromDay)).stream()
                            .collect(Collectors.groupingBy(BlockRow::personId));
            return new Rows(blocks, deltas);
        });
    }

    private List<Fact> facts(Subject person, Rows rows, LocalDate fromDay) {
        try {
            return present(person, rows, fromDay);
        } catch (PersonErasedException e) {
            return List.of();
        }
    }

    private List<Fact> present(Subject person, Rows rows, LocalDate fromDay) {
        UUID personId = person.personId().orElseThrow();
        List<Fact> facts;
        int deltas = rows.deltas().getOrDefault(personId, List.of()).size();
        if (deltas == 0) {
            facts = new ArrayList<>();
            for (BlockRow row : rows.blocks().getOrDefault(personId, List.of())) {
                facts.addAll(sealed.open(person, row));
            }
        } else {
            facts = merge(person, rows, fromDay).facts();
        }
        if (deltas > MANY_DELTAS) {
            compactSoon(person.subsidiaryId(), personId);
        }
        return facts.stream().filter(fact -> !fact.date().isBefore(fromDay)).toList();
    }

    private FactMerge merge(Subject person, Rows rows, LocalDate fromDay) {
        UUID personId = person.personId().orElseThrow();
        LocalDate begin = Quarter.begin(Quarter.of(fromDay));
        FactMerge merge = new FactMerge();
        for (BlockRow row : rows.blocks().getOrDefault(personId, List.of())) {
            sealed.open(person, row).forEach(merge::settled);
        }
        for (DeltaRow row : rows.deltas().getOrDefault(personId, List.of())) {
            Plain plain = sealed.open(person, row);
            for (Arrival arrival : plain.arrivals()) {
                if (!arrival.fact().date().isBefore(begin)) {
                    merge.arrive(arrival, plain.writtenAt());
                }
            }
        }
        return merge;
    }

    private void compactSoon(UUID subsidiaryId, UUID personId) {
        if (waiting.add(personId)) {
            background.execute(() -> {
                waiting.remove(personId);
                compaction.of(subsidiaryId, List.of(personId));
            });
        }
    }

    /** Sealed rows of some people. */
    private record Rows(Map<UUID, List<BlockRow>> blocks, Map<UUID, List<DeltaRow>> deltas) {}
}
