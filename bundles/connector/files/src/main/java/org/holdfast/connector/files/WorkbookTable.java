package org.holdfast.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of an XLSX workbook. The packed file is held in memory, since a workbook cannot be read from front to back
 * and nothing personal may touch the disk in the clear; the sheet is unpacked while it is read.
 */
final class WorkbookTable implements TableReader {
    /** A million rows of ten cells take about half of it. */
    private static final int MOST_PACKED_BYTES = 64 << 20;

    private static final int OLD_WORKBOOK = 0xd0;

    private final String form;
    private final List<String> header;
    private final SheetRows rows;
    private final RowBatch batch = new RowBatch(this::nextRow);

    private WorkbookTable(String form, List<String> header, SheetRows rows) {
        this.form = form;
        this.header = header;
        this.rows = rows;
    }

    static WorkbookTable open(String fileName, InputStream content, TableLimits limits) throws IOException {
        byte[] bytes = packed(content);
        Workbook workbook =
                Workbook.read(ZipDirectory.of(bytes, limits.maxUnpackedBytes()), limits.maxCellCharacters());
        String sheet = workbook.sheetFor(fileName);
        try {
            SheetRows rows = new SheetRows(workbook.open(sheet), workbook, limits.maxCellCharacters());
            TableRow first = rows.next(limits.maxColumns() + 1);
            if (first == null) {
                throw Header.empty();
            }
            if (first.problems().stream().anyMatch(p -> p.code().equals("tooManyCells"))) {
                throw Header.tooManyColumns(limits);
            }
            return new WorkbookTable("xlsx, sheet \"" + sheet + "\"", Header.of(first.cells(), limits), rows);
        } catch (XMLStreamException e) {
            throw SheetRows.brokenXml(e);
        }
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

    /** Frees nothing: the file was closed when it was read, and memory goes with this object. */
    @Override
    public void close() {}

    private @Nullable TableRow nextRow() throws IOException {
        return rows.next(header.size());
    }

    private static byte[] packed(InputStream content) throws IOException {
        try (content) {
            byte[] bytes = content.readNBytes(MOST_PACKED_BYTES + 1);
            if (bytes.length == 0) {
                throw Header.empty();
            }
            if (bytes.length > MOST_PACKED_BYTES) {
                throw new HoldfastException(
                        TableError.TOO_LARGE,
                        "The workbook is larger than " + (MOST_PACKED_BYTES >> 20) + " MiB. Save it as CSV.");
            }
            if ((bytes[0] & 0xff) == OLD_WORKBOOK) {
                throw new HoldfastException(
                        TableError.WRONG_KIND,
                        "The workbook is protected by a password or in the old Excel form. Save it as an open .xlsx.");
            }
            return bytes;
        }
    }
}
