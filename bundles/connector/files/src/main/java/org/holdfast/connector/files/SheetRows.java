package org.holdfast.connector.files;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.holdfast.api.connector.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet (ECMA-376 part 1, section 18.3.1), pulled one by one. Nothing is laid out by the numbers in
 * the file: a cell far to the right costs nothing.
 */
final class SheetRows {
    private static final int COLUMN_LETTERS = 26;
    private static final int MOST_SHEET_COLUMNS = 16_384;
    private static final int LONGEST_VALUE = 64;

    private final XMLStreamReader xml;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final boolean from1904;
    private final int mostCharacters;
    private long line;
    private boolean ended;

    SheetRows(XMLStreamReader xml, Workbook workbook, int mostCharacters) {
        this.xml = xml;
        this.texts = workbook.texts();
        this.styles = workbook.styles();
        this.from1904 = workbook.from1904();
        this.mostCharacters = mostCharacters;
    }

    /** Reads the next row that is not blank; null at the end. */
    @Nullable
    TableRow next(int width) throws IOException {
        try {
            CellText cells = new CellText(width, mostCharacters);
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    ended = true;
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    line = number(PlainXml.attribute(xml, "r"), line + 1);
                    readRow(cells);
                    if (!cells.isBlank()) {
                        return cells.row(line);
                    }
                    cells.clear();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw brokenXml(e);
        }
    }

    /** The parser hides the reason of a failed read one level down. */
    static IOException brokenXml(XMLStreamException e) {
        Throwable nested = e.getNestedException();
        return nested instanceof IOException reason
                ? reason
                : new ZipException("a part of the workbook is no sound XML");
    }

    private void readRow(CellText cells) throws XMLStreamException {
        int column = -1;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    column = columnOf(PlainXml.attribute(xml, "r"), column + 1);
                    readCell(cells, column);
                } else {
                    depth++;
                }
            }
        }
    }

    private void readCell(CellText cells, int column) throws XMLStreamException {
        String type = PlainXml.attribute(xml, "t");
        String style = PlainXml.attribute(xml, "s");
        String stored = "";
        boolean formula = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = PlainXml.text(xml, 0).isEmpty();
                    case "v" -> stored = PlainXml.text(xml, type.equals("str") ? mostCharacters + 1 : LONGEST_VALUE);
                    case "is" -> stored = SharedTexts.richText(xml, mostCharacters + 1);
                    default -> depth++;
                }
            }
        }
        if (formula) {
            cells.problem(column, "formula");
        } else if (!stored.isEmpty()) {
            put(cells, column, type, new Value(stored, style));
        }
    }

    private void put(CellText cells, int column, String type, Value value) {
        Optional<String> text = switch (type) {
            case "s" -> texts.get(value.stored);
            case "inlineStr", "str", "d" -> Optional.of(value.stored);
            case "b" -> Optional.of(value.stored);
            case "e" -> Optional.empty();
            default ->
                styles.isDate(value.style)
                        ? NumberText.ofDate(value.stored, from1904)
                        : NumberText.ofNumber(value.stored);
        };
        if (text.isPresent()) {
            cells.put(column, text.get());
        } else {
            cells.problem(column, "unreadableCell");
        }
    }

    private static long number(String attribute, long otherwise) {
        return attribute.matches("\\d{1,9}") ? Long.parseLong(attribute) : otherwise;
    }

    /** Returns the column of a reference such as AB12, from 0. */
    static int columnOf(String reference, int otherwise) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            column = Math.min(MOST_SHEET_COLUMNS + 1, column * COLUMN_LETTERS + (reference.charAt(i) - 'A' + 1));
            i++;
        }
        return i == 0 ? otherwise : column - 1;
    }

    private record Value(String stored, String style) {}
}
