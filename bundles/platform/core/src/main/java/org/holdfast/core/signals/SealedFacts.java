package org.holdfast.core.signals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.database.TimeOrderedIds;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.signals.BlockTables.BlockRow;
import org.holdfast.core.signals.BlockTables.DeltaRow;
import org.holdfast.core.signals.FactCodec.Plain;
import org.holdfast.core.signals.SignalAppender.Arrival;

/** Turns facts into sealed rows and back. */
final class SealedFacts {
    /** Below the longest value of the column, with room for the seal. */
    private static final int LONGEST = 1_000_000;

    private final Vault vault;
    private final Clock clock;
    private final TimeOrderedIds ids;

    SealedFacts(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        this.ids = new TimeOrderedIds(clock);
    }

    List<DeltaRow> deltas(Subject person, List<Arrival> arrivals) {
        List<DeltaRow> rows = new ArrayList<>(1);
        for (byte[] plain : parts(arrivals)) {
            UUID id = ids.next();
            byte[] sealed = vault.seal(person, deltaCell(id), plain);
            rows.add(new DeltaRow(person.personId().orElseThrow(), id, sealed));
        }
        return rows;
    }

    /** Seals an addition anew under its id. */
    DeltaRow again(Subject person, UUID id, Plain plain) {
        byte[] facts = vault.seal(person, deltaCell(id), FactCodec.encode(plain));
        return new DeltaRow(person.personId().orElseThrow(), id, facts);
    }

    Plain open(Subject person, DeltaRow row) {
        return FactCodec.decode(vault.open(person, deltaCell(row.id()), row.facts()));
    }

    List<Fact> open(Subject person, BlockRow row) {
        byte[] plain = vault.open(person, blockCell(row.personId(), row.quarter(), row.part()), row.facts());
        return FactCodec.decode(plain).arrivals().stream().map(Arrival::fact).toList();
    }

    List<BlockRow> blocks(Subject person, int quarter, int version, List<Fact> facts) {
        UUID personId = person.personId().orElseThrow();
        List<byte[]> parts =
                parts(facts.stream().map(fact -> new Arrival(fact, true)).toList());
        List<BlockRow> rows = new ArrayList<>(parts.size());
        for (int part = 0; part < parts.size(); part++) {
            byte[] sealed = vault.seal(person, blockCell(personId, quarter, part), parts.get(part));
            rows.add(new BlockRow(personId, quarter, part, version, sealed));
        }
        return rows;
    }

    /** Encodes facts, in halves where they are too long for one row. */
    private List<byte[]> parts(List<Arrival> arrivals) {
        byte[] plain = FactCodec.encode(new Plain(clock.instant(), arrivals));
        if (plain.length <= LONGEST || arrivals.size() < 2) {
            return List.of(plain);
        }
        int half = arrivals.size() / 2;
        List<byte[]> parts = new ArrayList<>(parts(arrivals.subList(0, half)));
        parts.addAll(parts(arrivals.subList(half, arrivals.size())));
        return parts;
    }

    private static Cell deltaCell(UUID id) {
        return new Cell("signal_delta", "facts", id.toString(), FactCodec.VERSION);
    }

    private static Cell blockCell(UUID personId, int quarter, int part) {
        return new Cell("signal_block", "facts", personId + ":" + quarter + ":" + part, FactCodec.VERSION);
    }
}
