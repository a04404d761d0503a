package org.holdfast.connector.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;

/** Makes files for tests, sound and unsound ones. */
final class TableFiles {
    private TableFiles() {}

    static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] gzipOfZeros(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < mebibytes; i++) {
                gzip.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    /** A workbook with one sheet, whose rows are given as XML. */
    static Map<String, byte[]> parts(String sheetData) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        parts.put(
                "xl/workbook.xml",
                utf8("<?xml version='1.0' encoding='UTF-8'?><workbook " + main + " xmlns:r='" + relations
                        + "'><sheets><sheet name='one' sheetId='1' r:id='rId1'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships><Relationship Id='rId1' Type='" + relations
                        + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                utf8("<?xml version='1.0' encoding='UTF-8'?><worksheet " + main + "><sheetData>" + sheetData
                        + "</sheetData></worksheet>"));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    static String inline(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    static TableReader open(String name, byte[] file) {
        return new FilesTableFormat().open(name, new ByteArrayInputStream(file), TableLimits.IMPORT);
    }

    static List<TableRow> rows(String name, byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = open(name, file)) {
            for (List<TableRow> next = reader.next(1_000); !next.isEmpty(); next = reader.next(1_000)) {
                rows.addAll(next);
            }
        }
        return rows;
    }
}
