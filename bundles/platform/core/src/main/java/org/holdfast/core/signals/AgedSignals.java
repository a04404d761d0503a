package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;

/**
 * Signals whose time is over. They lie in blocks of a quarter and go with it: a block goes when the time of its first day is
 * over, so that nothing is kept longer than allowed and something up to three months shorter.
 */
final class AgedSignals implements AgedRecords {
    private final SignalStore store;
    private final AgedTable blocks;

    AgedSignals(Database database, SignalStore store) {
        this.store = store;
        this.blocks = new AgedTable(
                RetentionRule.Kind.SIGNALS,
                database,
                "signal_block",
                "quarter",
                // The first day of the block that the limit lies in is before the limit, unless it is the limit.
                before -> Quarter.of(before.minusDays(1)) + 1);
    }

    @Override
    public RetentionRule.Kind kind() {
        return blocks.kind();
    }

    @Override
    public long count(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        return blocks.count(subsidiaryId, before, held);
    }

    /** What came in lately may be old: it is moved into blocks first. */
    @Override
    public long delete(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        store.compact(subsidiaryId);
        return blocks.delete(subsidiaryId, before, held);
    }
}
