package org.holdfast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap of the tests is far smaller than what these files would take as a whole. */
class LargeFilesTest {
    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void oneMillionRowsAreReadWithoutBeingHeldInMemory() throws IOException {
        Path file = folder.resolve("signals.csv");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("subsidiary,employee_no,signal,date,value,source,text\n");
            for (int i = 0; i < ROWS; i++) {
                text.write("S1,E" + i % 100_000 + ",attendance.late,2026-03-01," + i % 60 + ",考勤,\"a, b\"\n");
            }
        }

        int count = 0;
        try (TableReader reader =
                new FilesTableFormat().open("signals.csv", Files.newInputStream(file), TableLimits.IMPORT)) {
            for (List<TableRow> rows = reader.next(1_000); !rows.isEmpty(); rows = reader.next(1_000)) {
                count += rows.size();
            }
        }

        assertThat(count).isEqualTo(ROWS);
    }

    @Test
    void oneHundredThousandWorkbookRowsAreReadWithoutBeingHeldInMemory() throws IOException {
        Path file = folder.resolve("signals.xlsx");
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("signals");
            for (int r = 0; r <= 100_000; r++) {
                sheet.inlineString(r, 0, "E" + r);
                sheet.inlineString(r, 1, "attendance.late");
                sheet.value(r, 2, r % 60);
                if (r % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }

        int count = 0;
        try (TableReader reader =
                new FilesTableFormat().open("signals.xlsx", Files.newInputStream(file), TableLimits.IMPORT)) {
            for (List<TableRow> rows = reader.next(1_000); !rows.isEmpty(); rows = reader.next(1_000)) {
                count += rows.size();
            }
        }

        assertThat(count).isEqualTo(100_000);
    }
}
