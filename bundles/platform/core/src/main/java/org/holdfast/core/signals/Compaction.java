package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.BlockTables.BlockRow;
import org.holdfast.core.signals.BlockTables.DeltaRow;
import org.holdfast.core.signals.FactCodec.Plain;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves additions into blocks, some people at a time, each in a transaction of its own. Where somebody else was
 * faster, nothing is written and the next run tries again.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int PEOPLE_A_TRANSACTION = 200;

    private final Database database;
    private final BlockTables tables;
    private final SealedFacts sealed;

    Compaction(Database database, BlockTables tables, SealedFacts sealed) {
        this.database = database;
        this.tables = tables;
        this.sealed = sealed;
    }

    void all(UUID subsidiaryId) {
        List<UUID> people = database.call(connection -> tables.peopleWithDeltas(connection, subsidiaryId));
        for (int from = 0; from < people.size(); from += PEOPLE_A_TRANSACTION) {
            of(subsidiaryId, people.subList(from, Math.min(from + PEOPLE_A_TRANSACTION, people.size())));
        }
    }

    void of(UUID subsidiaryId, List<UUID> people) {
        try {
            database.run(connection -> compact(connection, subsidiaryId, people));
        } catch (StaleBlockException | PersonErasedException | DatabaseException e) {
            LOG.info("Blocks of {} people changed while they were compacted: the next run takes them", people.size());
        }
    }

    private void compact(Connection connection, UUID subsidiaryId, List<UUID> people) throws SQLException {
        List<DeltaRow> deltas = tables.deltas(connection, subsidiaryId, people);
        if (deltas.isEmpty()) {
            return;
        }
        Map<UUID, List<Plain>> additions = open(subsidiaryId, deltas);
        int first = firstQuarter(additions.values());
        Map<UUID, List<BlockRow>> blocks = tables.blocks(connection, subsidiaryId, additions.keySet(), first).stream()
                .collect(Collectors.groupingBy(BlockRow::personId));
        Rewrite rewrite = new Rewrite();
        additions.forEach((personId, plain) -> rewrite.person(
                Subject.person(subsidiaryId, personId), plain, blocks.getOrDefault(personId, List.of())));
        tables.addBlocks(connection, subsidiaryId, rewrite.added);
        boolean mine = tables.replaceBlocks(connection, subsidiaryId, rewrite.replaced);
        for (BlockRow row : rewrite.shortened) {
            tables.removeFurtherParts(connection, subsidiaryId, row);
        }
        tables.addBlocks(connection, subsidiaryId, rewrite.furtherParts);
        if (!mine || !tables.removeDeltas(connection, subsidiaryId, deltas)) {
            throw new StaleBlockException();
        }
    }

    private Map<UUID, List<Plain>> open(UUID subsidiaryId, List<DeltaRow> deltas) {
        Map<UUID, List<Plain>> opened = new LinkedHashMap<>();
        for (DeltaRow row : deltas) {
            opened.computeIfAbsent(row.personId(), id -> new ArrayList<>())
                    .add(sealed.open(Subject.person(subsidiaryId, row.personId()), row));
        }
        return opened;
    }

    private static int firstQuarter(Collection<List<Plain>> additions) {
        int first = Integer.MAX_VALUE;
        for (List<Plain> ofPerson : additions) {
            for (Plain plain : ofPerson) {
                for (Arrival arrival : plain.arrivals()) {
                    first = Math.min(first, Quarter.of(arrival.fact().date()));
                }
            }
        }
        return first;
    }

    /** What is to be written for some people. */
    private final class Rewrite {
        private final List<BlockRow> added = new ArrayList<>();
        private final List<BlockRow> replaced = new ArrayList<>();
        private final List<BlockRow> shortened = new ArrayList<>();
        private final List<BlockRow> furtherParts = new ArrayList<>();

        void person(Subject person, List<Plain> additions, List<BlockRow> blocks) {
            FactMerge merge = new FactMerge();
            Map<Integer, List<BlockRow>> before = blocks.stream().collect(Collectors.groupingBy(BlockRow::quarter));
            Map<Integer, Boolean> touched = new TreeMap<>();
            blocks.forEach(row -> sealed.open(person, row).forEach(merge::settled));
            for (Plain plain : additions) {
                for (Arrival arrival : plain.arrivals()) {
                    if (merge.arrive(arrival, plain.writtenAt())) {
                        touched.put(Quarter.of(arrival.fact().date()), true);
                    }
                }
            }
            Map<Integer, List<Fact>> facts =
                    merge.facts().stream().collect(Collectors.groupingBy(fact -> Quarter.of(fact.date())));
            for (int quarter : touched.keySet()) {
                write(person, before.getOrDefault(quarter, List.of()), facts.getOrDefault(quarter, List.of()));
            }
        }

        private void write(Subject person, List<BlockRow> before, List<Fact> facts) {
            int quarter = Quarter.of(facts.get(0).date());
            int version = before.isEmpty() ? 1 : before.get(0).version() + 1;
            List<BlockRow> after = sealed.blocks(person, quarter, version, facts);
            (before.isEmpty() ? added : replaced).add(after.get(0));
            if (before.size() > 1) {
                shortened.add(after.get(0));
            }
            furtherParts.addAll(after.subList(1, after.size()));
        }
    }

    /** Somebody else compacted the same people at the same time. */
    private static final class StaleBlockException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
