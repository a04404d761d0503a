package org.holdfast.core.offboarding.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;

/**
 * A settlement as a file for finance: its lines, and in the workbook the steps of the sums. It is made of what its reader is told. A
 * text that a spreadsheet would run as a formula is written with an apostrophe before it (OWASP, "CSV injection"). For one file.
 */
final class SettlementFile {
    private static final String CRLF = "\r\n";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Texts texts;
    private final String language;

    SettlementFile(Texts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    byte[] workbook(JsonNode told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            fill(book.newWorksheet(say("title")), rows(told));
            fill(book.newWorksheet(say("steps")), steps(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the lines alone, for who is not told how they were computed. */
    byte[] lines(JsonNode told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            fill(book.newWorksheet(say("title")), rows(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] csv(JsonNode told) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        for (List<Object> row : rows(told)) {
            text.append(String.join(
                            ",", row.stream().map(SettlementFile::quoted).toList()))
                    .append(CRLF);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<List<Object>> rows(JsonNode told) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                say("employeeNo"),
                say("name"),
                say("lastDay"),
                say("component"),
                say("line"),
                say("amount"),
                say("currency"),
                say("due")));
        for (JsonNode line : told.path("lines")) {
            rows.add(List.of(
                    told.path("employee").path("employeeNo").asText(),
                    told.path("employee").path("name").asText(),
                    told.path("exit").path("lastDay").asText(),
                    line.path("component").asText(),
                    line.path("title").asText(),
                    amount(line.path("amount"), told.path("currency")),
                    told.path("currency").asText(),
                    say(line.path("held").asBoolean() ? "atHandover" : "onLastDay")));
        }
        return rows;
    }

    /** Returns an amount with as many decimals as its currency has. */
    static BigDecimal amount(JsonNode amount, JsonNode currency) {
        int decimals = Math.max(0, Currency.getInstance(currency.asText()).getDefaultFractionDigits());
        return amount.decimalValue().setScale(decimals, RoundingMode.HALF_UP);
    }

    private List<List<Object>> steps(JsonNode told) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(say("line"), say("step"), say("result"), say("article")));
        for (JsonNode line : told.path("lines")) {
            for (JsonNode step : line.path("steps")) {
                rows.add(List.of(
                        line.path("title").asText(),
                        step.path("text").asText(),
                        step.path("result").asText(),
                        step.path("article").asText()));
            }
        }
        return rows;
    }

    private static void fill(Worksheet sheet, List<List<Object>> rows) {
        for (int line = 0; line < rows.size(); line++) {
            for (int column = 0; column < rows.get(line).size(); column++) {
                Object value = rows.get(line).get(column);
                if (value instanceof BigDecimal amount) {
                    sheet.value(line, column, amount);
                } else {
                    sheet.value(line, column, harmless(value.toString()));
                }
            }
        }
    }

    private static String quoted(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        return '"' + harmless(value.toString()).replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private String say(String key) {
        return texts.text(language, "settlement.file." + key);
    }
}
