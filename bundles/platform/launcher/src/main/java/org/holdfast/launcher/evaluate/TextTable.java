package org.holdfast.launcher.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file as columns of words, before anything is known about them. UTF-8 or GB18030; comma, semicolon or tab.
 *
 * @param header the column names, each once
 * @param columns one list per name, all of the same length; a missing value is the empty word
 */
record TextTable(List<String> header, List<List<String>> columns) {
    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "?");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static TextTable read(Path file) {
        try {
            return parse(decode(Files.readAllBytes(file)), file);
        } catch (IOException e) {
            throw EvaluateFailure.ofUse("problem.unreadable", file.toString());
        } catch (CsvParseException e) {
            throw EvaluateFailure.ofContent("problem.csv", file.toString());
        }
    }

    int rows() {
        return columns.get(0).size();
    }

    Optional<List<String>> column(String name) {
        int at = header.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(columns.get(at));
    }

    /** Returns a column the user named. */
    List<String> required(String name) {
        return column(name)
                .orElseThrow(() -> EvaluateFailure.ofUse("problem.noColumn", name, String.join(", ", header)));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static TextTable parse(String text, Path file) throws IOException {
        List<String> header = List.of();
        List<List<String>> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (header.isEmpty()) {
                    header = header(row, file);
                    header.forEach(name -> columns.add(new ArrayList<>()));
                } else if (row.getFieldCount() != header.size()) {
                    throw EvaluateFailure.ofContent(
                            "problem.ragged", row.getStartingLineNumber(), row.getFieldCount(), header.size());
                } else {
                    for (int column = 0; column < header.size(); column++) {
                        columns.get(column).add(word(row.getField(column)));
                    }
                }
            }
        }
        if (columns.isEmpty() || columns.get(0).isEmpty()) {
            throw EvaluateFailure.ofContent("problem.empty", file.toString());
        }
        return new TextTable(header, columns);
    }

    private static List<String> header(CsvRecord row, Path file) {
        List<String> header = row.getFields().stream().map(String::trim).toList();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw EvaluateFailure.ofContent("problem.columnTwice", name, file.toString());
            }
        }
        return header;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(first, candidate) > count(first, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(letter -> letter == wanted).count();
    }

    private static String word(String field) {
        String word = field.trim();
        return MISSING.contains(word.toLowerCase(Locale.ROOT)) ? "" : word;
    }
}
