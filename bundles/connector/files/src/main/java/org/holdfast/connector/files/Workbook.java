package org.holdfast.connector.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook that its sheets refer to (ECMA-376 part 1, section 18.2). */
final class Workbook {
    private static final String FOLDER = "xl/";
    private static final String MAIN_PART = FOLDER + "workbook.xml";
    private static final int MOST_SHEETS = 1_000;

    private final ZipDirectory archive;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final SharedTexts texts;
    private final CellStyles styles;
    private boolean from1904;

    private Workbook(ZipDirectory archive, int mostCharacters) throws IOException, XMLStreamException {
        this.archive = archive;
        readSheets();
        readRelations();
        String textsPart = kinds.getOrDefault("sharedStrings", FOLDER + "sharedStrings.xml");
        String stylesPart = kinds.getOrDefault("styles", FOLDER + "styles.xml");
        texts = archive.has(textsPart) ? SharedTexts.read(archive.open(textsPart), mostCharacters) : SharedTexts.none();
        styles = archive.has(stylesPart) ? CellStyles.read(archive.open(stylesPart)) : CellStyles.none();
    }

    static Workbook read(ZipDirectory archive, int mostCharacters) throws IOException {
        if (!archive.has(MAIN_PART)) {
            throw new ZipException("an archive of something else");
        }
        try {
            return new Workbook(archive, mostCharacters);
        } catch (XMLStreamException e) {
            throw SheetRows.brokenXml(e);
        }
    }

    SharedTexts texts() {
        return texts;
    }

    CellStyles styles() {
        return styles;
    }

    boolean from1904() {
        return from1904;
    }

    /** Returns the name of the sheet that is named like the file, else of the first one. */
    String sheetFor(String fileName) throws ZipException {
        String first = "";
        for (String name : sheets.keySet()) {
            if (name.equalsIgnoreCase(fileName)) {
                return name;
            }
            first = first.isEmpty() ? name : first;
        }
        if (first.isEmpty()) {
            throw new ZipException("a workbook without sheets");
        }
        return first;
    }

    XMLStreamReader open(String sheet) throws IOException, XMLStreamException {
        String relation = sheets.getOrDefault(sheet, "");
        return PlainXml.open(archive.open(parts.getOrDefault(relation, "")));
    }

    private void readSheets() throws IOException, XMLStreamException {
        XMLStreamReader xml = PlainXml.open(archive.open(MAIN_PART));
        while (PlainXml.nextStart(xml)) {
            if (xml.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                sheets.putIfAbsent(PlainXml.attribute(xml, "name"), PlainXml.attribute(xml, "id"));
            } else if (xml.getLocalName().equals("workbookPr")) {
                String epoch = PlainXml.attribute(xml, "date1904");
                from1904 = epoch.equals("1") || epoch.equals("true");
            }
        }
    }

    private void readRelations() throws IOException, XMLStreamException {
        XMLStreamReader xml = PlainXml.open(archive.open(FOLDER + "_rels/workbook.xml.rels"));
        while (PlainXml.nextStart(xml)) {
            if (xml.getLocalName().equals("Relationship") && parts.size() < 10 * MOST_SHEETS) {
                String target = PlainXml.attribute(xml, "Target");
                String part = target.startsWith("/") ? target.substring(1) : FOLDER + target;
                String type = PlainXml.attribute(xml, "Type");
                parts.put(PlainXml.attribute(xml, "Id"), part);
                kinds.put(type.substring(type.lastIndexOf('/') + 1), part);
            }
        }
    }
}
