package org.holdfast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.connector.files.fixture.HostileFiles;
import org.holdfast.connector.files.fixture.HostileFiles.HostileFile;
import org.junit.jupiter.api.Test;

/**
 * Files made to harm: whatever they hold, reading ends soon, in rows or in a known failure. The build runs these tests
 * in a heap of 256 MiB.
 */
class HostileFilesTest {
    private static final String CANARY = "Canary-7741";
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final long MOST_CHARACTERS = 32L << 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final HostileFiles hostile = new HostileFiles(20_261_101, table());
    private int read;
    private int refused;
    private long slowest;

    @Test
    void everyHostileFileEndsInRowsOrInKnownFailures() throws Exception {
        for (int i = 0; i < 25; i++) {
            for (HostileFile file : hostile.round()) {
                check("a" + file.extension(), file.content());
            }
        }
        for (Callable<byte[]> maker : HostileFiles.great()) {
            byte[] great = maker.call();
            check("a.csv", great);
            check("a.csv.gz", great);
            check("a.xlsx", great);
        }

        System.out.printf("hostile files: %d read, %d refused, slowest %d ms%n", read, refused, slowest / 1_000_000);
        assertThat(read + refused).isGreaterThanOrEqualTo(375);
        assertThat(refused).isGreaterThan(100);
        assertThat(read).isGreaterThan(30);
    }

    private static List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("employee_no", "name", "note")));
        for (int i = 0; i < 50; i++) {
            table.add(List.of("E" + i, CANARY + " 张三", "x"));
        }
        return table;
    }

    private void check(String name, byte[] file) {
        long start = threads.getCurrentThreadCpuTime();
        try (TableReader reader =
                new FilesTableFormat().open(name, new ByteArrayInputStream(file), TableLimits.IMPORT)) {
            long kept = 0;
            for (List<TableRow> rows = reader.next(500); !rows.isEmpty(); rows = reader.next(500)) {
                kept = Math.max(kept, characters(rows));
            }
            assertThat(kept).isLessThan(MOST_CHARACTERS);
            read++;
        } catch (HoldfastException known) {
            assertThat(known.code()).isInstanceOf(TableError.class);
            assertThat(known.getMessage()).isNotBlank().doesNotContain(CANARY);
            refused++;
        }
        long took = threads.getCurrentThreadCpuTime() - start;
        slowest = Math.max(slowest, took);
        assertThat(took).isLessThan(LONGEST_NANOS);
    }

    private static long characters(List<TableRow> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(String::length)
                .sum();
    }
}
