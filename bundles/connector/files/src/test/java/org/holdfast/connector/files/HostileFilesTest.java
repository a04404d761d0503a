package org.holdfast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
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
    private final Random random = new Random(20_261_101);
    private int read;
    private int refused;
    private long slowest;

    @Test
    void everyHostileFileEndsInRowsOrInKnownFailures() throws Exception {
        for (int i = 0; i < 25; i++) {
            check("a.csv", truncated(plain()));
            check("a.csv", mixedEncodings());
            check("a.csv", withBytes(plain(), (byte) 0));
            check("a.csv", flipped(plain()));
            check("a.csv", quotesGoneWrong());
            check("a.csv", shuffled());
            check("a.csv.gz", truncated(TableFiles.gzip(plain())));
            check("a.csv.gz", flipped(TableFiles.gzip(plain())));
            check("a.xlsx", truncated(workbook()));
            check("a.xlsx", flipped(workbook()));
            check("a.xlsx", flippedInside("xl/worksheets/sheet1.xml"));
            check("a.xlsx", flippedInside("xl/workbook.xml"));
            check("a.xlsx", flippedInside("xl/_rels/workbook.xml.rels"));
            check("a.csv", noise());
            check("a.xlsx", noise());
        }
        for (Callable<byte[]> maker : greatOnes()) {
            byte[] great = maker.call();
            check("a.csv", great);
            check("a.csv.gz", great);
            check("a.xlsx", great);
        }

        System.out.printf("hostile files: %d read, %d refused, slowest %d ms%n", read, refused, slowest / 1_000_000);
        assertThat(read + refused).isGreaterThanOrEqualTo(375);
        assertThat(refused).isGreaterThan(100);
        assertThat(read).isGreaterThan(50);
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

    private byte[] plain() {
        StringBuilder text = new StringBuilder("employee_no,name,note\n");
        for (int i = 0; i < 50; i++) {
            text.append('E')
                    .append(i)
                    .append(",\"")
                    .append(CANARY)
                    .append(" 张三\",")
                    .append("x\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] workbook() throws IOException {
        return TableFiles.zip(parts());
    }

    private static Map<String, byte[]> parts() {
        StringBuilder rows = new StringBuilder(TableFiles.inline("a", "b", "c"));
        for (int i = 0; i < 50; i++) {
            rows.append("<row r='")
                    .append(i + 2)
                    .append("'><c r='A2'><v>")
                    .append(i)
                    .append("</v></c><c r='B2' t='inlineStr'><is><t>")
                    .append(CANARY)
                    .append("</t></is></c><c r='C2'><f>1+1</f><v>2</v></c></row>");
        }
        return TableFiles.parts(rows.toString());
    }

    private byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, random.nextInt(file.length));
    }

    private byte[] flipped(byte[] file) {
        byte[] changed = file.clone();
        for (int i = 0; i <= random.nextInt(10); i++) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] flippedInside(String part) throws IOException {
        Map<String, byte[]> parts = parts();
        byte[] bytes = parts.getOrDefault(part, new byte[0]);
        parts.put(part, random.nextBoolean() ? flipped(bytes) : withBytes(bytes, (byte) random.nextInt(128)));
        return TableFiles.zip(parts);
    }

    private byte[] withBytes(byte[] file, byte value) {
        byte[] changed = file.clone();
        for (int i = 0; i <= random.nextInt(5); i++) {
            changed[random.nextInt(changed.length)] = value;
        }
        return changed;
    }

    private byte[] mixedEncodings() {
        byte[] first = plain();
        byte[] second =
                ("E," + CANARY + " 李四,y\n").getBytes(Charset.forName(random.nextBoolean() ? "GB18030" : "UTF-16BE"));
        byte[] mixed = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, mixed, first.length, second.length);
        return mixed;
    }

    private byte[] quotesGoneWrong() {
        return withBytes(plain(), (byte) '"');
    }

    private byte[] shuffled() {
        byte[] marks = TableFiles.utf8("\"\",,;\t\r\n\na1\u0000");
        byte[] file = new byte[500];
        for (int i = 0; i < file.length; i++) {
            file[i] = marks[random.nextInt(marks.length)];
        }
        return file;
    }

    private byte[] noise() {
        byte[] file = new byte[1 + random.nextInt(20_000)];
        random.nextBytes(file);
        return file;
    }

    /** Made one by one, so that the files themselves fit the small heap of this test. */
    private static List<Callable<byte[]>> greatOnes() {
        String great = "x".repeat(10_000_000);
        return List.of(
                () -> TableFiles.utf8("a,b\n1," + great + "\n"),
                () -> TableFiles.utf8("a,b\n1,\"" + great),
                () -> TableFiles.utf8(great),
                () -> TableFiles.utf8("a,b\n1" + ",".repeat(5_000_000) + "\n"),
                () -> TableFiles.utf8(",".repeat(5_000_000)),
                () -> TableFiles.utf8("\n".repeat(5_000_000)),
                () -> TableFiles.utf8("\"".repeat(5_000_001)),
                () -> new byte[10_000_000],
                () -> TableFiles.gzipOfZeros(300),
                () -> TableFiles.gzip(TableFiles.gzipOfZeros(300)),
                () -> TableFiles.zip(TableFiles.parts(TableFiles.inline("a", "b") + TableFiles.inline("1", great))),
                () -> TableFiles.zip(TableFiles.parts(TableFiles.inline("a") + "<row>".repeat(1_000_000))),
                () -> TableFiles.zip(TableFiles.parts(TableFiles.inline("a") + "<row x='" + great + "'/>")));
    }
}
