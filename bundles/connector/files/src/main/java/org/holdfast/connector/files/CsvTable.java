package org.holdfast.connector.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.jspecify.annotations.Nullable;

/** A CSV text (RFC 4180, with any line ends), read row by row. */
final class CsvTable implements TableReader {
    /** A cell longer than this ends the file: most likely a quote was never closed. */
    private static final int MOST_BUFFERED_CHARACTERS = 16 << 20;

    private static final int HEADER_LOOK_AHEAD = 1 << 16;

    private final String form;
    private final StrictText text;
    private final CsvReader<TableRow> csv;
    private final CloseableIterator<TableRow> records;
    private final Cells cells;
    private final RowBatch batch = new RowBatch(this::nextRow);
    private List<String> header = List.of();

    private CsvTable(String form, StrictText text, CsvReader<TableRow> csv, Cells cells) {
        this.form = form;
        this.text = text;
        this.csv = csv;
        this.cells = cells;
        this.records = csv.iterator();
    }

    static CsvTable open(InputStream content, TableLimits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(content);
        StrictText strict = encoding.text();
        BufferedReader text = new BufferedReader(strict, HEADER_LOOK_AHEAD);
        text.mark(HEADER_LOOK_AHEAD);
        char[] start = new char[HEADER_LOOK_AHEAD - 1];
        int length = Math.max(0, text.read(start, 0, start.length));
        text.reset();
        char delimiter = Delimiter.of(new String(start, 0, length));
        Cells cells = new Cells(limits);
        CsvReader<TableRow> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_BUFFERED_CHARACTERS)
                .build(cells, text);
        CsvTable table = new CsvTable(encoding.name() + ", " + Delimiter.nameOf(delimiter), strict, csv, cells);
        table.readHeader(limits);
        return table;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<TableRow> next(int max) {
        return batch.next(max);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be closed", e);
        }
    }

    private void readHeader(TableLimits limits) {
        TableRow row = nextRow();
        if (row == null) {
            throw Header.empty();
        }
        header = Header.of(row.cells(), limits);
        cells.startRows(header.size());
    }

    private @Nullable TableRow nextRow() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw failureOf(e);
        }
    }

    private HoldfastException failureOf(CsvParseException thrown) {
        String where = "the row that starts in line " + cells.line();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HoldfastException known) {
                return known;
            }
            if (String.valueOf(cause.getMessage()).startsWith("Unexpected character after closing quote")) {
                return new HoldfastException(
                        TableError.WRONG_KIND,
                        "In " + where
                                + " something stands behind a closing quote. Double the quotes inside quoted cells.");
            }
        }
        return text.ended()
                ? new HoldfastException(
                        TableError.CUT_OFF,
                        "The file ends inside a quoted cell of " + where + ". Close the quote, or copy the file again.")
                : new HoldfastException(
                        TableError.TOO_LARGE,
                        "A cell of " + where + " is longer than " + MOST_BUFFERED_CHARACTERS
                                + " characters; perhaps a quote is not closed.");
    }

    /** Takes cells from the parser's buffer, so that an endless cell never becomes a string. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<TableRow> {
        private final TableLimits limits;
        private List<String> header = new ArrayList<>();
        private @Nullable CellText row;

        Cells(TableLimits limits) {
            this.limits = limits;
        }

        void startRows(int width) {
            header = List.of();
            row = new CellText(width, limits.maxCellCharacters());
        }

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            if (row != null) {
                row.clear();
            }
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            if (row != null) {
                row.put(column, buffer, offset, length);
            } else if (header.size() < 10 * limits.maxColumns()) {
                header.add(new String(buffer, offset, Math.min(length, limits.maxCellCharacters())));
            } else {
                throw Header.tooManyColumns(limits);
            }
        }

        @Override
        protected @Nullable TableRow buildRecord() {
            CellText cells = row;
            if (cells != null) {
                return cells.isBlank() ? null : cells.row(getStartingLineNumber());
            }
            if (header.stream().allMatch(String::isBlank)) {
                header.clear();
                return null;
            }
            return new TableRow(getStartingLineNumber(), header, List.of());
        }
    }
}
