package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as somebody describes it.
 *
 * @param key of a new asset, its random id to be: what is sent twice is registered once
 * @param subsidiaryId of a new asset, whose it is
 * @param version of a change, the version as it was read
 * @param kind a code of {@link AssetKind}
 * @param inventoryNo its number, unique in the subsidiary, at most 60 characters
 * @param label what people call it, at most 200 characters
 * @param serial the maker's number, at most 100 characters
 * @param valueClass a code of {@link ValueClass}, null where nobody knows
 */
public record AssetFields(
        @Nullable UUID key,
        @Nullable UUID subsidiaryId,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String inventoryNo,
        @Nullable String label,
        @Nullable String serial,
        @Nullable String valueClass) {

    /**
     * An asset as it is issued, or handed on by its holder.
     *
     * @param key random id of the holding to be: what is sent twice is issued once
     * @param version the version of the asset as it was read
     * @param employeeNo number of who gets it
     * @param on the day, null for today
     * @param dueOn the day by which it has to come back, null for none
     * @param condition a code of {@link Condition}, null where nobody looked
     * @param note a note, at most 2,000 characters
     * @param paper where the paper is found that who gets it has signed; null where they sign by their account
     * @param returnPaper where the paper is found that who had it has signed; null where they signed by their account
     */
    public record IssueFields(
            @Nullable UUID key,
            @Nullable Integer version,
            @Nullable String employeeNo,
            @Nullable LocalDate on,
            @Nullable LocalDate dueOn,
            @Nullable String condition,
            @Nullable String note,
            @Nullable String paper,
            @Nullable String returnPaper) {}

    /**
     * An asset as it comes back.
     *
     * @param version the version of the asset as it was read
     * @param on the day it came back, null for today
     * @param condition a code of {@link Condition}
     * @param note of a damage, what is damaged; at most 2,000 characters
     * @param paper where the paper is found that the holder has signed; null where they signed by their account
     * @param courier who brought it, null where the holder did
     * @param tracking its number with them
     */
    public record ReturnFields(
            @Nullable Integer version,
            @Nullable LocalDate on,
            @Nullable String condition,
            @Nullable String note,
            @Nullable String paper,
            @Nullable String courier,
            @Nullable String tracking) {}

    /**
     * A step with an asset.
     *
     * @param version the version of the asset as it was read
     * @param state a code of {@link AssetState}: where it is now
     * @param note a note; of what is lost, what was decided; at most 2,000 characters
     */
    public record StateFields(
            @Nullable Integer version,
            @Nullable String state,
            @Nullable String note) {}

    /**
     * What a holder signs.
     *
     * @param version the version of the asset as it was read
     * @param note a note, at most 2,000 characters
     * @param courier of a return, who carries it; null where the holder brings it
     * @param tracking its number with them
     */
    public record SignFields(
            @Nullable Integer version,
            @Nullable String note,
            @Nullable String courier,
            @Nullable String tracking) {}
}
