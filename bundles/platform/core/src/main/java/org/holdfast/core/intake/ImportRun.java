package org.holdfast.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.intake.ImportTable.Phase;
import org.holdfast.core.intake.ImportTable.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import under way. Each step takes some rows and commits them together with how far the file has been read, so
 * that a run can be dropped at any moment and opened again with nothing lost or doubled. For one thread.
 */
public final class ImportRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_PROBLEMS = 50;

    private final Workshop workshop;
    private final Scope scope;
    private Row row;
    private Spool.@Nullable Content content;
    private @Nullable TableReader reader;
    private @Nullable Header header;
    private @Nullable RowTarget target;

    ImportRun(Workshop workshop, Row row) {
        this.workshop = workshop;
        this.row = row;
        this.scope = new Scope(
                workshop.rooms(), row.status().subsidiaryId(), row.status().dryRun());
    }

    /**
     * Returns the run's id.
     *
     * @return its id
     */
    public UUID id() {
        return row.status().id();
    }

    /**
     * Returns whether all is done.
     *
     * @return true where no step is left
     */
    public boolean ended() {
        return row.phase() == Phase.END;
    }

    /**
     * Takes the next rows, in the transaction under way or one of its own.
     *
     * @param maxRows most rows to take
     * @return false where the import has ended
     * @throws org.holdfast.api.protection.KeyRingSealedException while the key ring is not open; the run can go on later
     */
    public boolean step(int maxRows) {
        if (ended()) {
            return false;
        }
        try {
            if (row.phase() == Phase.ROWS) {
                rows(maxRows);
            } else {
                links(maxRows);
            }
        } catch (HoldfastException e) {
            fail(e);
        }
        if (ended()) {
            close();
            workshop.ended(id(), scope);
        }
        return !ended();
    }

    private void rows(int maxRows) {
        RowTarget rowTarget = open();
        Header head = Objects.requireNonNull(header);
        List<TableRow> read = Objects.requireNonNull(reader).next(maxRows);
        List<Cells> rows = read.stream().map(head::cells).toList();
        Tally tally = new Tally();
        Row next = workshop.database().call(connection -> {
            note(rows, rowTarget);
            rowTarget.take(rows.stream().filter(Cells::good).toList(), tally);
            for (Link link : scope.takeLinks()) {
                byte[] plain = RowCodec.encode(link, head.byColumn(link.row().original()));
                workshop.setAside().addLink(connection, id(), plain);
            }
            Phase phase = read.isEmpty() ? Phase.LINKS : Phase.ROWS;
            return settle(connection, rows, tally, phase);
        });
        committed(next);
    }

    private void note(List<Cells> rows, RowTarget rowTarget) {
        for (Cells cells : rows) {
            String key = rowTarget.key(cells);
            if (!key.isBlank() && !scope.first(key)) {
                cells.problem("", "duplicateKey");
            }
        }
    }

    private void links(int maxRows) {
        RowTarget rowTarget =
                target == null ? target(ImportKind.ofCode(row.status().kind()).orElseThrow()) : target;
        target = rowTarget;
        Row next = workshop.database().call(connection -> {
            Map<UUID, Link> links = workshop.setAside().links(connection, id(), maxRows);
            links.values().forEach(rowTarget::link);
            workshop.setAside().removeLinks(connection, id(), new ArrayList<>(links.keySet()));
            List<Cells> bad = links.values().stream()
                    .map(Link::row)
                    .filter(cells -> !cells.good())
                    .toList();
            Tally tally = new Tally();
            tally.accepted(-bad.size());
            return settle(connection, bad, tally, links.isEmpty() ? Phase.END : Phase.LINKS);
        });
        committed(next);
    }

    private Row settle(Connection connection, List<Cells> rows, Tally tally, Phase phase) throws SQLException {
        List<PreviewRow> rejected = rows.stream()
                .filter(cells -> !cells.good())
                .map(ImportRun::shown)
                .toList();
        workshop.setAside().addErrors(connection, id(), rejected);
        boolean counting = row.phase() == Phase.ROWS;
        Standing standing = new Standing(row, workshop.rooms().clock().instant());
        Row next = standing.after(counting ? rows.size() : 0, tally, rejected.size(), position(), phase);
        Row shown = Standing.with(next, preview(rows, counting));
        workshop.table().change(connection, shown);
        return shown;
    }

    private long position() {
        return content == null ? row.readBytes() : content.position();
    }

    private Preview preview(List<Cells> rows, boolean counting) {
        Preview before = row.preview();
        List<PreviewRow> shown = new ArrayList<>(before.rows());
        for (Cells cells : rows) {
            boolean early = counting && shown.size() < SHOWN_ROWS;
            if (early || (!cells.good() && shown.size() < SHOWN_PROBLEMS)) {
                shown.add(shown(cells));
            }
        }
        return header == null
                ? new Preview(before.header(), before.unknownColumns(), shown)
                : new Preview(header.words(), header.unknown(), shown);
    }

    private static PreviewRow shown(Cells cells) {
        return new PreviewRow(cells.line(), cells.original(), List.copyOf(cells.problems()));
    }

    private void committed(Row next) {
        row = next;
        scope.committed();
    }

    /** Opens the file at the first step, and goes to where a former run stopped. */
    private RowTarget open() {
        if (target != null) {
            return target;
        }
        if (row.status().dryRun() && row.status().counts().rows() > 0) {
            // A dry run has written nothing: it begins again, because it needs all keys of the file.
            workshop.database().run(connection -> workshop.setAside().clear(connection, id()));
            row = Standing.fresh(row);
        }
        String name = row.status().fileName();
        Spool.Content bytes = workshop.spool().open(id(), row.fileBytes());
        content = bytes;
        TableReader table = workshop.format(name).open(name, bytes, TableLimits.IMPORT);
        reader = table;
        Header head = Header.of(name, table.header(), row.status().kind());
        header = head;
        RowTarget rowTarget = target(head.kind());
        row = Standing.of(
                row, head.kind(), table.form(), workshop.rooms().clock().instant());
        skip(table, head, rowTarget, row.status().counts().rows());
        target = rowTarget;
        return rowTarget;
    }

    private void skip(TableReader table, Header head, RowTarget rowTarget, long rows) {
        long left = rows;
        while (left > 0) {
            List<TableRow> passed = table.next((int) Math.min(left, 1_000));
            if (passed.isEmpty()) {
                throw new HoldfastException(TableError.CUT_OFF, "The file is shorter than it was: upload it again");
            }
            passed.forEach(line -> scope.first(rowTarget.key(head.cells(line))));
            left -= passed.size();
        }
    }

    private RowTarget target(ImportKind kind) {
        return switch (kind) {
            case SUBSIDIARIES -> new OrganisationRows.Subsidiaries(scope);
            case DEPARTMENTS -> new OrganisationRows.Departments(scope);
            case EMPLOYEES -> new EmployeeRows(scope);
            case SIGNALS -> new SignalRows(scope, false);
            case EVENTS -> new SignalRows(scope, true);
            case CONSENTS -> new ConsentRows(scope);
            case CASES -> new CaseRows(scope);
            case MARKET_PAY -> new MarketPayRows(scope);
        };
    }

    private void fail(HoldfastException e) {
        if (e.code().category() != ErrorCode.Category.USER) {
            throw e;
        }
        LOG.info("Import {} ended before its file did: {}", id(), e.code().name());
        Instant now = workshop.rooms().clock().instant();
        Row failed = Standing.failed(row, e.code().name(), now);
        workshop.database().run(connection -> workshop.table().change(connection, failed));
        row = failed;
    }

    /** Frees the file. What is not committed is forgotten. */
    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        try {
            if (content != null) {
                content.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sealed upload could not be closed", e);
        } finally {
            reader = null;
            content = null;
        }
    }

    /**
     * Returns where the import is.
     *
     * @return its state as committed last
     */
    public State state() {
        return row.status().state();
    }
}
