package org.holdfast.connector.files;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.api.connector.TableRow.TableProblem;
import org.holdfast.connector.files.fixture.TableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTableTest {
    @Test
    void numbersDatesTruthsAndFormulasBecomeText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            List<String> header = List.of("whole", "part", "day", "moment", "truth", "formula", "large");
            for (int c = 0; c < header.size(); c++) {
                sheet.value(0, c, header.get(c));
            }
            sheet.value(1, 0, 12_000_000);
            sheet.value(1, 1, new BigDecimal("0.29"));
            sheet.value(1, 2, LocalDate.of(2026, 2, 28));
            sheet.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(1, 3, LocalDateTime.of(2026, 2, 28, 9, 30, 15));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 4, true);
            sheet.formula(1, 5, "1+1");
            sheet.value(1, 6, 1.5e20);
        }

        List<TableRow> rows = Reading.rows("a.xlsx", bytes.toByteArray());

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).cells())
                .containsExactly(
                        "12000000", "0.29", "2026-02-28", "2026-02-28T09:30:15", "1", "", "150000000000000000000");
        assertThat(rows.get(0).problems()).containsExactly(new TableProblem(5, "formula"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.28999999999999998,0.29",
        "1E-7,0.0000001",
        "12,12",
        "-0,0",
        "123456789012345678,123456789012345678",
        "1.50,1.5",
        "+3,3"
    })
    void numbersHaveNoExponentAndNoSuperfluousDigits(String stored, String text) {
        assertThat(NumberText.ofNumber(stored)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1900-01-01",
        "59,1900-02-28",
        "61,1900-03-01",
        "45716,2025-02-28",
        "45716.5,2025-02-28T12:00:00",
        "0.75,18:00:00",
        "45716.999999,2025-03-01",
        "2958465,9999-12-31"
    })
    void datesAreThoseASpreadsheetShows(String stored, String text) {
        assertThat(NumberText.ofDate(stored, false)).contains(text);
    }

    @Test
    void impossibleNumbersAndDatesAreNone() {
        for (String stored : List.of("NaN", "0x1p3", "1d", "1e999", "", "1".repeat(50), "--1")) {
            assertThat(NumberText.ofNumber(stored)).isEmpty();
            assertThat(NumberText.ofDate(stored, false)).isEmpty();
        }
        for (String stored : List.of("-1", "60", "2958466", "1e300")) {
            assertThat(NumberText.ofDate(stored, false)).isEmpty();
        }
        assertThat(NumberText.ofDate("0", true)).contains("1904-01-01");
    }

    @Test
    void theSheetNamedLikeTheFileIsReadElseTheFirst() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "first");
            workbook.newWorksheet("Employees").value(0, 0, "second");
        }

        try (TableReader named = Reading.open("employees.xlsx", bytes.toByteArray());
                TableReader other = Reading.open("signals.xlsx", bytes.toByteArray())) {
            assertThat(named.header()).containsExactly("second");
            assertThat(named.form()).isEqualTo("xlsx, sheet \"Employees\"");
            assertThat(other.header()).containsExactly("first");
        }
    }

    @Test
    void cellsFarOutCostNothing() throws IOException {
        String far = TableFiles.inline("a", "b") + "<row r='900000000'><c r='A9'><v>1</v></c>"
                + "<c r='ZZZZZZZZZZ9'><v>2</v></c><c r='XFD9' t='s'><v>7777777</v></c></row>";

        List<TableRow> rows = Reading.rows("a.xlsx", TableFiles.zip(TableFiles.parts(far)));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).line()).isEqualTo(900_000_000);
        assertThat(rows.get(0).cells()).containsExactly("1", "");
        assertThat(rows.get(0).problems()).containsExactly(new TableProblem(-1, "tooManyCells"));
    }

    @Test
    void documentTypesAndEntitiesAreRefused() throws IOException {
        Map<String, byte[]> parts = TableFiles.parts(TableFiles.inline("a") + TableFiles.inline("&x;"));
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        for (String type : List.of(
                "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE w SYSTEM 'http://127.0.0.1:1/x'>",
                "")) {
            parts.put("xl/worksheets/sheet1.xml", TableFiles.utf8(sheet.replace("?><w", "?>" + type + "<w")));
            byte[] file = TableFiles.zip(parts);

            assertRefused(() -> Reading.rows("a.xlsx", file), TableError.WRONG_KIND);
        }
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws IOException {
        Map<String, byte[]> parts = TableFiles.parts(TableFiles.inline("a") + " ".repeat(20 << 20));
        byte[] bomb = TableFiles.zip(parts);
        byte[] lying = bomb.clone();
        int directory = lastIndexOf(lying, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(lying, directory + 24, directory + 28, (byte) 0);

        assertRefused(() -> Reading.rows("a.xlsx", bomb), TableError.TOO_LARGE);
        assertRefused(() -> Reading.rows("a.xlsx", lying), TableError.TOO_LARGE);
    }

    @Test
    void whatAParserWouldKeepToItsEndIsLimited() throws IOException {
        String names = IntStream.range(0, 20_000).mapToObj(i -> "<n" + i + "/>").collect(joining());
        String attributes =
                IntStream.range(0, 20_000).mapToObj(i -> "<n a" + i + "=''/>").collect(joining());
        String spaces = IntStream.range(0, 20_000)
                .mapToObj(i -> "<n xmlns='" + i + "'/>")
                .collect(joining());
        for (String rows : List.of(names, attributes, spaces, "<n>".repeat(1_000))) {
            byte[] file = TableFiles.zip(TableFiles.parts(TableFiles.inline("a") + rows));

            assertRefused(() -> Reading.rows("a.xlsx", file), TableError.WRONG_KIND);
        }
    }

    @Test
    void attributesThatWouldFillTheMemoryAreRefused() throws IOException {
        StringBuilder row = new StringBuilder("<row x='");
        // Letters by chance, or the file would be refused for how much it unpacks to.
        new Random(7).ints(17 << 20, 'a', 'q').forEach(c -> row.append((char) c));
        byte[] file = TableFiles.zip(TableFiles.parts(TableFiles.inline("a") + row + "'/>"));

        assertRefused(() -> Reading.rows("a.xlsx", file), TableError.TOO_LARGE);
    }

    @Test
    void otherFilesNamedAsWorkbooksAreRefused() throws IOException {
        byte[] plainZip = TableFiles.zip(Map.of("readme.txt", TableFiles.utf8("hello")));
        byte[] whole = TableFiles.zip(TableFiles.parts(TableFiles.inline("a")));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};

        assertRefused(() -> Reading.rows("a.xlsx", plainZip), TableError.WRONG_KIND);
        assertRefused(() -> Reading.rows("a.xlsx", png), TableError.WRONG_KIND);
        assertRefused(() -> Reading.rows("a.csv", png), TableError.WRONG_KIND);
        assertRefused(() -> Reading.rows("a.csv", whole), TableError.WRONG_KIND);
        assertRefused(() -> Reading.rows("a.xlsx", old), TableError.WRONG_KIND);
        assertRefused(() -> Reading.rows("a.xlsx", Arrays.copyOf(whole, whole.length / 2)), TableError.CUT_OFF);
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        int i = bytes.length - part.length;
        while (!Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
            i--;
        }
        return i;
    }

    private static void assertRefused(ThrowingCallable call, TableError code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HoldfastException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
