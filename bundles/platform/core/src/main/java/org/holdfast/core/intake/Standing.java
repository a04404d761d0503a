package org.holdfast.core.intake;

import java.time.Instant;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.intake.ImportStatus.Times;
import org.holdfast.core.intake.ImportTable.Phase;
import org.holdfast.core.intake.ImportTable.Row;
import org.jspecify.annotations.Nullable;

/** How a run stands after something happened to it. */
record Standing(Row row, Instant now) {

    Row after(int rows, Tally tally, int rejected, long position, Phase phase) {
        Counts old = row.status().counts();
        Counts counts = new Counts(
                old.rows() + rows,
                old.accepted() + tally.accepted(),
                old.unchanged() + tally.unchanged(),
                old.rejected() + rejected);
        boolean end = phase == Phase.END;
        Times times = row.status().times();
        ImportStatus status = with(
                row.status(),
                end ? State.DONE : State.RUNNING,
                counts,
                row.status().failure(),
                new Times(times.created(), times.started(), end ? now : null));
        return new Row(status, row.fileBytes(), position, phase, row.steps() + 1, row.preview());
    }

    static Row with(Row row, Preview preview) {
        return new Row(row.status(), row.fileBytes(), row.readBytes(), row.phase(), row.steps(), preview);
    }

    /** Begins again. */
    static Row fresh(Row row) {
        ImportStatus status = with(
                row.status(),
                State.RUNNING,
                new Counts(0, 0, 0, 0),
                null,
                row.status().times());
        return new Row(status, row.fileBytes(), 0, Phase.ROWS, 0, Preview.NONE);
    }

    /** Knows what the file is. */
    static Row of(Row row, ImportKind kind, String form, Instant now) {
        ImportStatus old = row.status();
        Instant started = old.times().started();
        ImportStatus status = new ImportStatus(
                old.id(),
                old.fileName(),
                kind.code(),
                old.subsidiaryId(),
                old.dryRun(),
                State.RUNNING,
                form.length() > 200 ? form.substring(0, 200) : form,
                old.counts(),
                old.progress(),
                null,
                new Times(old.times().created(), started == null ? now : started, null));
        return new Row(status, row.fileBytes(), row.readBytes(), row.phase(), row.steps(), row.preview());
    }

    static Row failed(Row row, String failure, Instant now) {
        Times times = row.status().times();
        Instant started = times.started();
        ImportStatus status = with(
                row.status(),
                State.FAILED,
                row.status().counts(),
                failure,
                new Times(times.created(), started == null ? now : started, now));
        return new Row(status, row.fileBytes(), row.readBytes(), Phase.END, row.steps(), row.preview());
    }

    private static ImportStatus with(
            ImportStatus old, State state, Counts counts, @Nullable String failure, Times times) {
        return new ImportStatus(
                old.id(),
                old.fileName(),
                old.kind(),
                old.subsidiaryId(),
                old.dryRun(),
                state,
                old.form(),
                counts,
                old.progress(),
                failure,
                times);
    }
}
