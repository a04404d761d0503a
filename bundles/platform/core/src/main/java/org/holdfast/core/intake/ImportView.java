package org.holdfast.core.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param id its id
 * @param jobId its job
 * @param fileName the file's name
 * @param kind kind of file
 * @param subsidiary id of the subsidiary it is for, null where the file says it
 * @param dryRun whether nothing is written
 * @param state queued, running, done or failed
 * @param form what the reader found out about the file
 * @param rows rows read
 * @param accepted rows written
 * @param unchanged rows that said nothing new
 * @param rejected rows with problems
 * @param progress 0 to 1
 * @param preview first rows, only where one import is asked for
 * @param failure why it ended before the file did, in the reader's language
 * @param startedAt when it began
 * @param endedAt when it ended
 */
public record ImportView(
        @TellsNothing UUID id,
        @TellsNothing UUID jobId,
        @Told("files") String fileName,
        @TellsNothing String kind,
        @Where @Nullable UUID subsidiary,
        @TellsNothing boolean dryRun,
        @TellsNothing String state,
        @TellsNothing String form,
        @TellsNothing long rows,
        @TellsNothing long accepted,
        @TellsNothing long unchanged,
        @TellsNothing long rejected,
        @TellsNothing double progress,
        @Told("files") @Nullable PreviewView preview,
        @TellsNothing @Nullable String failure,
        @TellsNothing @Nullable OffsetDateTime startedAt,
        @TellsNothing @Nullable OffsetDateTime endedAt) {

    /**
     * What a person looks at.
     *
     * @param header words of the header
     * @param unknownColumns columns that are not read
     * @param rows rows
     */
    public record PreviewView(List<String> header, List<String> unknownColumns, List<RowView> rows) {}

    /**
     * A row.
     *
     * @param line its line
     * @param cells its cells
     * @param problems what is wrong with it
     */
    public record RowView(long line, List<String> cells, List<ProblemView> problems) {}

    /**
     * A problem.
     *
     * @param column its column, empty for the whole row
     * @param code what is wrong
     * @param message the same in the reader's language
     */
    public record ProblemView(String column, String code, String message) {}

    static ImportView of(ImportStatus status, @Nullable Preview preview, UnaryOperator<String> texts) {
        String failure = status.failure();
        ImportStatus.Counts counts = status.counts();
        return new ImportView(
                status.id(),
                status.id(),
                status.fileName(),
                status.kind(),
                status.subsidiaryId(),
                status.dryRun(),
                status.state().code(),
                status.form(),
                counts.rows(),
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                status.progress(),
                preview == null ? null : view(preview, texts),
                failure == null ? null : texts.apply("intake.failure." + failure),
                moment(status.times().started()),
                moment(status.times().ended()));
    }

    private static PreviewView view(Preview preview, UnaryOperator<String> texts) {
        return new PreviewView(
                preview.header(),
                preview.unknownColumns(),
                preview.rows().stream().map(row -> view(row, texts)).toList());
    }

    private static RowView view(PreviewRow row, UnaryOperator<String> texts) {
        return new RowView(
                row.line(),
                row.cells(),
                row.problems().stream()
                        .map(problem -> new ProblemView(
                                problem.column(), problem.code(), texts.apply("intake.problem." + problem.code())))
                        .toList());
    }

    static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
