package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds an asset, or held it. Plain: of whom it tells nothing but a random id.
 *
 * @param id random id, chosen by whoever issued the asset: what is sent twice is issued once
 * @param assetId the asset
 * @param subsidiaryId the subsidiary of both
 * @param personId who holds it
 * @param days since when and until when
 * @param marks what was signed, and how it ended
 */
record Holding(UUID id, UUID assetId, UUID subsidiaryId, UUID personId, Days days, Marks marks) {

    /**
     * Since when and until when.
     *
     * @param issued the day it was issued
     * @param due the day by which it has to come back, null for none; of what has ended, the one that held at its end
     * @param ended the day it ended, null before
     */
    record Days(
            LocalDate issued,
            @Nullable LocalDate due,
            @Nullable LocalDate ended) {}

    /**
     * What was signed, and how it ended.
     *
     * @param receipt how the holder signed that they have it
     * @param givenBack the day the holder signed that they return it, null before
     * @param ending how it ended, null before
     */
    record Marks(
            Receipt receipt,
            @Nullable LocalDate givenBack,
            @Nullable Ending ending) {}

    boolean open() {
        return marks.ending() == null;
    }

    Holding received(Receipt how) {
        return new Holding(id, assetId, subsidiaryId, personId, days, new Marks(how, marks.givenBack, marks.ending));
    }

    Holding givenBack(LocalDate on) {
        return new Holding(id, assetId, subsidiaryId, personId, days, new Marks(marks.receipt, on, marks.ending));
    }

    /** Ends it; the due day that held is kept with it. */
    Holding ended(Ending how, LocalDate on, @Nullable LocalDate due) {
        return new Holding(
                id,
                assetId,
                subsidiaryId,
                personId,
                new Days(days.issued, due, on),
                new Marks(marks.receipt, marks.givenBack, how));
    }

    /** Says whether it came back, or went to somebody else, by a day. */
    boolean backBy(LocalDate due) {
        LocalDate on = days.ended;
        return on != null && marks.ending != Ending.LOST && !on.isAfter(due);
    }
}
