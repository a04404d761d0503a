package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.BlockTables.BlockRow;
import org.holdfast.core.signals.BlockTables.DeltaRow;
import org.holdfast.core.signals.FactCodec.Plain;
import org.holdfast.core.signals.SignalAppender.Arrival;

/** Destroys facts by writing what lies beside them anew. */
final class Removal {
    private final Database database;
    private final BlockTables tables;
    private final SealedFacts sealed;

    Removal(Database database, BlockTables tables, SealedFacts sealed) {
        this.database = database;
        this.tables = tables;
        this.sealed = sealed;
    }

    int of(Subject person, Predicate<Fact> which) {
        UUID id = person.personId().orElseThrow();
        UUID subsidiaryId = person.subsidiaryId();
        return database.call(connection -> {
            int removed = additions(connection, person, tables.deltas(connection, subsidiaryId, List.of(id)), which);
            Map<Integer, List<BlockRow>> quarters =
                    tables.blocks(connection, subsidiaryId, List.of(id), Integer.MIN_VALUE).stream()
                            .collect(Collectors.groupingBy(BlockRow::quarter));
            for (List<BlockRow> quarter : quarters.values()) {
                removed += block(connection, person, quarter, which);
            }
            return removed;
        });
    }

    /** What is left of an addition keeps the moment it was written, by which corrections are told from repetitions. */
    private int additions(Connection connection, Subject person, List<DeltaRow> rows, Predicate<Fact> which)
            throws SQLException {
        List<DeltaRow> gone = new ArrayList<>();
        List<DeltaRow> left = new ArrayList<>();
        int removed = 0;
        for (DeltaRow row : rows) {
            Plain plain = sealed.open(person, row);
            List<Arrival> kept = plain.arrivals().stream()
                    .filter(arrival -> !which.test(arrival.fact()))
                    .toList();
            if (kept.size() < plain.arrivals().size()) {
                removed += plain.arrivals().size() - kept.size();
                gone.add(row);
                if (!kept.isEmpty()) {
                    left.add(sealed.again(person, row.id(), new Plain(plain.writtenAt(), kept)));
                }
            }
        }
        if (!gone.isEmpty()) {
            settled(tables.removeDeltas(connection, person.subsidiaryId(), gone));
            tables.addDeltas(connection, person.subsidiaryId(), left);
        }
        return removed;
    }

    private int block(Connection connection, Subject person, List<BlockRow> rows, Predicate<Fact> which)
            throws SQLException {
        List<Fact> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(sealed.open(person, row)));
        List<Fact> kept = all.stream().filter(which.negate()).toList();
        if (kept.size() == all.size()) {
            return 0;
        }
        BlockRow first = rows.get(0);
        tables.removeFurtherParts(connection, person.subsidiaryId(), first);
        if (kept.isEmpty()) {
            settled(tables.removeFirstPart(connection, person.subsidiaryId(), first));
        } else {
            List<BlockRow> after = sealed.blocks(person, first.quarter(), first.version() + 1, kept);
            settled(tables.replaceBlocks(connection, person.subsidiaryId(), after.subList(0, 1)));
            tables.addBlocks(connection, person.subsidiaryId(), after.subList(1, after.size()));
        }
        return all.size() - kept.size();
    }

    private static void settled(boolean mine) {
        if (!mine) {
            throw new IllegalStateException("Facts were written at the same time: try again");
        }
    }
}
