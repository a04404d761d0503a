package org.holdfast.core.protection.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is kept of somebody who was erased because the law asks for it.
 *
 * @param holder random id under whose key it is sealed; leads to nothing else
 * @param record section of the person's record it was, for example {@code requests}
 * @param days when the person was erased, and until when it is kept
 * @param law which articles ask for it
 * @param items what is kept: names of fields with their values
 */
public record StatutoryRecord(UUID holder, String record, Days days, String law, List<Map<String, Object>> items) {

    /** Copies the items. */
    public StatutoryRecord {
        items = List.copyOf(items);
    }

    /**
     * Its days, in UTC.
     *
     * @param erasedOn when the person was erased
     * @param keptUntil last day on which it is kept
     */
    public record Days(LocalDate erasedOn, LocalDate keptUntil) {}

    /** Never tells what is in it. */
    @Override
    public String toString() {
        return record + " kept until " + days.keptUntil;
    }
}
