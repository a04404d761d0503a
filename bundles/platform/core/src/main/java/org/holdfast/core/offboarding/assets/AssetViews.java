package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/** Answers about assets. */
public final class AssetViews {
    private AssetViews() {}

    /**
     * An asset.
     *
     * @param id its id
     * @param subsidiaryId whose it is
     * @param version its version: who does something with it names it
     * @param kind a code of {@link AssetKind}
     * @param inventoryNo its number
     * @param label what people call it
     * @param serial the maker's number, may be empty
     * @param valueClass a code of {@link ValueClass}, null where nobody said
     * @param state a code of {@link AssetState}
     * @param holding who holds it, or held it where the answer is about them; null where nobody does
     * @param history what was done with it, the latest first; in answers about one asset alone
     */
    public record AssetView(
            @TellsNothing UUID id,
            @Where UUID subsidiaryId,
            @TellsNothing int version,
            @TellsNothing String kind,
            @TellsNothing String inventoryNo,
            @TellsNothing String label,
            @TellsNothing String serial,
            @TellsNothing @Nullable String valueClass,
            @TellsNothing String state,
            @Nullable HoldingView holding,
            @Nullable List<EntryView> history) {

        /** Copies the history. */
        public AssetView {
            history = history == null ? null : List.copyOf(history);
        }
    }

    /**
     * That somebody holds an asset.
     *
     * @param employeeId who
     * @param subsidiaryId their subsidiary
     * @param id id of the holding
     * @param name their name
     * @param employeeNo their number
     * @param issuedOn since when
     * @param dueOn until when, null where nothing says; the last day of who leaves
     * @param overdue whether that day is over
     * @param receipt a code of {@link Receipt}
     * @param givenBackOn the day they signed that they return it, null before
     * @param endedOn the day it ended, null before
     * @param ending a code of {@link Ending}, null before
     */
    public record HoldingView(
            @Whom UUID employeeId,
            @Where UUID subsidiaryId,
            @Told("assets") UUID id,
            @Told("assets") String name,
            @Told("assets") String employeeNo,
            @Told("assets") LocalDate issuedOn,
            @Told("assets") @Nullable LocalDate dueOn,
            @Told("assets") boolean overdue,
            @Told("assets") String receipt,
            @Told("assets") @Nullable LocalDate givenBackOn,
            @Told("assets") @Nullable LocalDate endedOn,
            @Told("assets") @Nullable String ending) {}

    /**
     * What was done with an asset.
     *
     * @param employeeId who held it, null where nobody did
     * @param subsidiaryId the subsidiary
     * @param name name of the holder, empty where there was none
     * @param act a code of {@link Act}
     * @param at when
     * @param by user name of who signed for it
     * @param self whether that was the holder
     * @param on the day it is about
     * @param condition a code of {@link Condition}, may be empty
     * @param note a note, may be empty
     * @param paper where a signed paper is found, may be empty
     * @param courier who carried it, may be empty
     * @param tracking its number with them, may be empty
     */
    public record EntryView(
            @Whom @Nullable UUID employeeId,
            @Where UUID subsidiaryId,
            @Told("assets") String name,
            @Told("assets") String act,
            @Told("assets") OffsetDateTime at,
            @Told("assets") String by,
            @Told("assets") boolean self,
            @Told("assets") LocalDate on,
            @Told("assets") String condition,
            @Told("assets") String note,
            @Told("assets") String paper,
            @Told("assets") String courier,
            @Told("assets") String tracking) {}

    /**
     * What somebody holds and held.
     *
     * @param employeeId who; null for an account of nobody who works here
     * @param subsidiaryId their subsidiary
     * @param lastDay their last day, null where they stay
     * @param cleared whether they hold nothing any more
     * @param items the assets, what they hold first
     */
    public record PersonAssetsView(
            @Whom @Nullable UUID employeeId,
            @Where @Nullable UUID subsidiaryId,
            @Told("assets") @Nullable LocalDate lastDay,
            @Told("assets") boolean cleared,
            List<AssetView> items) {

        /** Copies the list. */
        public PersonAssetsView {
            items = List.copyOf(items);
        }
    }

    /**
     * How much came back by its day.
     *
     * @param months months with something due, the latest first
     * @param due how much was due in all of them
     * @param onTime how much of it came back by its day
     */
    @TellsNothing
    public record ReturnsView(List<MonthView> months, int due, int onTime) {

        /** Copies the list. */
        public ReturnsView {
            months = List.copyOf(months);
        }
    }

    /**
     * A month.
     *
     * @param month such as 2026-03
     * @param due how much was due in it, and is due by today
     * @param onTime how much of it came back, or was handed on, by its day
     * @param open how much of it somebody still holds
     */
    @TellsNothing
    public record MonthView(String month, int due, int onTime, int open) {}

    /**
     * What became of an import.
     *
     * @param added how many assets were registered
     * @param changed how many were described anew
     * @param unchanged how many were there as the file says
     * @param wrong lines that were left out
     */
    @TellsNothing
    public record ImportedView(int added, int changed, int unchanged, List<WrongLine> wrong) {

        /** Copies the list. */
        public ImportedView {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * A line that was left out.
     *
     * @param line its number in the file
     * @param column name of the column, empty for the line as a whole
     * @param message what is wrong, in the reader's language
     */
    @TellsNothing
    public record WrongLine(long line, String column, String message) {}
}
