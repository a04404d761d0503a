package org.holdfast.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param id its id
 * @param fileName the file's name
 * @param kind code of the kind of file, empty until it is known
 * @param subsidiaryId the subsidiary it is for, null where the file says it
 * @param dryRun whether nothing is written
 * @param state where it is
 * @param form what the reader found out about the file, empty until it is known
 * @param counts what became of the rows
 * @param progress 0 to 1
 * @param failure name of the error that ended it, null where none did
 * @param times when it was uploaded, began and ended
 */
public record ImportStatus(
        UUID id,
        String fileName,
        String kind,
        @Nullable UUID subsidiaryId,
        boolean dryRun,
        State state,
        String form,
        Counts counts,
        double progress,
        @Nullable String failure,
        Times times) {

    /** Where an import is. */
    public enum State {
        /** Waits for its turn. */
        QUEUED,
        /** Rows are being read. */
        RUNNING,
        /** All rows were read. */
        DONE,
        /** The file as a whole could not be read; rows before the place of the fault may have landed. */
        FAILED;

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of the rows.
     *
     * @param rows rows read
     * @param accepted rows that were written, or would be in a dry run
     * @param unchanged rows that said nothing new
     * @param rejected rows with problems
     */
    public record Counts(long rows, long accepted, long unchanged, long rejected) {}

    /**
     * When it happened.
     *
     * @param created uploaded
     * @param started begun, null while it waits
     * @param ended ended, null while it lasts
     */
    public record Times(
            Instant created,
            @Nullable Instant started,
            @Nullable Instant ended) {}

    /**
     * What a person looks at before the file is taken in earnest.
     *
     * @param header words of the header
     * @param unknownColumns columns that will not be read
     * @param rows the first rows, and the first ones with problems
     */
    public record Preview(List<String> header, List<String> unknownColumns, List<PreviewRow> rows) {
        /** Nothing is known yet. */
        public static final Preview NONE = new Preview(List.of(), List.of(), List.of());
    }

    /**
     * A row to look at.
     *
     * @param line its line
     * @param cells its cells
     * @param problems what is wrong with it
     */
    public record PreviewRow(long line, List<String> cells, List<Problem> problems) {}
}
