package org.holdfast.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.api.connector.TableRow.TableProblem;
import org.junit.jupiter.api.Test;

/** The promises of a reader of tables. A bundle's test extends this class once for each kind of file it reads. */
public abstract class TableFormatContract {
    private static final List<String> HEADER = List.of("employee_no", "name", "note");
    private static final List<String> ROW = List.of("E1", "张三 𠮷", "one, two; \"three\"");

    /** For subclasses. */
    protected TableFormatContract() {}

    /**
     * Makes a reader.
     *
     * @return a new reader
     */
    protected abstract TableFormat newFormat();

    /**
     * Returns a name of the kind of file under test.
     *
     * @return a file name that the format reads
     */
    protected abstract String fileName();

    /**
     * Writes a file of the kind under test.
     *
     * @param rows the rows, the header first; they may be of different length
     * @return the file's bytes
     * @throws IOException where it cannot be written
     */
    protected abstract byte[] write(List<List<String>> rows) throws IOException;

    @Test
    final void itReadsItsOwnNamesAndNoOthers() {
        assertThat(newFormat().reads(fileName())).isTrue();
        assertThat(newFormat().reads(fileName().toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(newFormat().reads("picture.png")).isFalse();
        assertThat(newFormat().reads("")).isFalse();
    }

    @Test
    final void cellsComeOutAsTheyWentIn() throws IOException {
        byte[] file = write(List.of(HEADER, ROW, List.of("E2", "", "line\nline")));

        try (TableReader reader = open(file, TableLimits.IMPORT)) {
            assertThat(reader.form()).isNotBlank();
            assertThat(reader.header()).isEqualTo(HEADER);
            List<TableRow> rows = all(reader);
            assertThat(rows).extracting(TableRow::cells).containsExactly(ROW, List.of("E2", "", "line\nline"));
            assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L);
            assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
            assertThat(reader.next(1)).isEmpty();
        }
    }

    @Test
    final void noMoreRowsComeThanWereAskedFor() throws IOException {
        List<List<String>> table = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 100; i++) {
            table.add(List.of("E" + i, "name", "note"));
        }

        try (TableReader reader = open(write(table), TableLimits.IMPORT)) {
            assertThat(reader.next(7)).hasSizeBetween(1, 7);
            assertThat(all(reader))
                    .last()
                    .satisfies(row -> assertThat(row.line()).isEqualTo(101));
        }
    }

    @Test
    final void shortRowsAreFilledAndLongOnesReported() throws IOException {
        byte[] file = write(List.of(HEADER, List.of("E1"), List.of("E2", "b", "c", "d")));

        List<TableRow> rows = rows(file, TableLimits.IMPORT);

        assertThat(rows).extracting(TableRow::cells).containsExactly(List.of("E1", "", ""), List.of("E2", "b", "c"));
        assertThat(rows.get(0).problems()).isEmpty();
        assertThat(rows.get(1).problems()).containsExactly(new TableProblem(-1, "tooManyCells"));
    }

    @Test
    final void longCellsAreCutAndReported() throws IOException {
        byte[] file = write(List.of(HEADER, List.of("E1", "x".repeat(500), "ok"), ROW));

        List<TableRow> rows = rows(file, new TableLimits(100, 10, 1 << 20));

        assertThat(rows.get(0).cells()).containsExactly("E1", "x".repeat(100), "ok");
        assertThat(rows.get(0).problems()).containsExactly(new TableProblem(1, "cellTooLong"));
        assertThat(rows.get(1).problems()).isEmpty();
    }

    @Test
    final void headersAreTrimmedAndMustBeUnique() throws IOException {
        byte[] twice = write(List.of(List.of("a", "b", " a "), ROW));

        assertThat(open(write(List.of(List.of(" a ", "b"), ROW)), TableLimits.IMPORT)
                        .header())
                .containsExactly("a", "b");
        assertRefused(() -> open(twice, TableLimits.IMPORT), TableError.DUPLICATE_COLUMN);
    }

    @Test
    final void tooManyColumnsAndEmptyFilesAreRefused() throws IOException {
        byte[] wide = write(List.of(HEADER, ROW));

        assertRefused(() -> open(wide, new TableLimits(100, 2, 1 << 20)), TableError.TOO_MANY_COLUMNS);
        assertRefused(() -> open(new byte[0], TableLimits.IMPORT), TableError.EMPTY_FILE, TableError.CUT_OFF);
        assertRefused(() -> open(write(List.of()), TableLimits.IMPORT), TableError.EMPTY_FILE);
    }

    @Test
    final void whatUnpacksToTooMuchIsRefused() throws IOException {
        List<List<String>> table = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 5_000; i++) {
            table.add(List.of("E" + i, "some name", "some note"));
        }
        byte[] file = write(table);

        assertRefused(() -> rows(file, new TableLimits(100, 10, 20_000)), TableError.TOO_LARGE);
    }

    @Test
    final void theContentIsClosed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayInputStream content = new ByteArrayInputStream(write(List.of(HEADER, ROW))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        newFormat().open(fileName(), content, TableLimits.IMPORT).close();

        assertThat(closed).isTrue();
    }

    @Test
    final void damagedFilesGiveRowsOrKnownFailures() throws IOException {
        Random random = new Random(11);
        byte[] file = write(List.of(HEADER, ROW, ROW, ROW));

        for (int i = 0; i < 500; i++) {
            byte[] damaged = Arrays.copyOf(file, i % 3 == 0 ? random.nextInt(file.length) : file.length);
            for (int change = 0; damaged.length > 0 && change < i % 5; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertRowsOrKnownFailure(damaged);
        }
        for (int i = 0; i < 100; i++) {
            byte[] noise = new byte[random.nextInt(5_000)];
            random.nextBytes(noise);
            assertRowsOrKnownFailure(noise);
        }
    }

    private void assertRowsOrKnownFailure(byte[] file) {
        try {
            assertThat(rows(file, TableLimits.IMPORT)).isNotNull();
        } catch (HoldfastException known) {
            assertThat(known.code()).isInstanceOf(TableError.class);
            assertThat(known.getMessage()).isNotBlank().doesNotContain("张三");
        }
    }

    private List<TableRow> rows(byte[] file, TableLimits limits) {
        try (TableReader reader = open(file, limits)) {
            return all(reader);
        }
    }

    private TableReader open(byte[] file, TableLimits limits) {
        return newFormat().open(fileName(), new ByteArrayInputStream(file), limits);
    }

    private static List<TableRow> all(TableReader reader) {
        List<TableRow> rows = new ArrayList<>();
        for (List<TableRow> next = reader.next(3); !next.isEmpty(); next = reader.next(3)) {
            assertThat(next).hasSizeLessThanOrEqualTo(3);
            rows.addAll(next);
        }
        return rows;
    }

    private static void assertRefused(ThrowingCallable call, TableError... codes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HoldfastException.class, e -> assertThat(e.code()).isIn((Object[]) codes));
    }
}
