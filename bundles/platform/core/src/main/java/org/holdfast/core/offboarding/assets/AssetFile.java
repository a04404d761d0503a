package org.holdfast.core.offboarding.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;

/** The register as a file, as its reader is told it; what an import takes can be sent back. No text of it is run as a formula. */
final class AssetFile {
    static final List<String> COLUMNS = List.of(
            "inventoryNo",
            "kind",
            "label",
            "serial",
            "valueClass",
            "state",
            "holder",
            "employeeNo",
            "issuedOn",
            "dueOn");
    private static final String FORMULA = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Texts texts;
    private final String language;

    AssetFile(Texts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    byte[] workbook(List<JsonNode> assets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "assets.file.title"));
            int line = 0;
            for (List<String> row : rows(assets)) {
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(line, column, harmless(row.get(column)));
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] csv(List<JsonNode> assets) {
        String text = rows(assets).stream()
                .map(row -> row.stream().map(AssetFile::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
        return (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
    }

    private List<List<String>> rows(List<JsonNode> assets) {
        List<String> head =
                COLUMNS.stream().map(one -> texts.text(language, column(one))).toList();
        return Stream.concat(Stream.of(head), assets.stream().map(this::row)).toList();
    }

    private List<String> row(JsonNode asset) {
        JsonNode holding = asset.path("holding");
        return List.of(
                asset.path("inventoryNo").asText(""),
                word("kind", asset),
                asset.path("label").asText(""),
                asset.path("serial").asText(""),
                word("valueClass", asset),
                word("state", asset),
                said(holding, "name"),
                said(holding, "employeeNo"),
                said(holding, "issuedOn"),
                said(holding, "dueOn"));
    }

    private static String said(JsonNode node, String part) {
        return node.hasNonNull(part) ? node.path(part).asText() : "";
    }

    private String word(String part, JsonNode asset) {
        return asset.hasNonNull(part)
                ? texts.text(language, key(part, asset.path(part).asText()))
                : "";
    }

    static String column(String code) {
        return "assets.column." + code;
    }

    static String key(String part, String code) {
        return "assets." + part + '.' + code;
    }

    private static String quoted(String text) {
        return '"' + harmless(text).replace("\"", "\"\"") + '"';
    }

    /** An apostrophe before what a spreadsheet would run. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Takes that apostrophe away again. */
    static String meant(String cell) {
        boolean quoted = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return quoted ? cell.substring(1) : cell;
    }
}
