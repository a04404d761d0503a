package org.holdfast.core.offboarding.assets;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetViews.ImportedView;
import org.holdfast.core.offboarding.assets.AssetViews.WrongLine;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;

/**
 * Registers the assets of a file, as the bundles that read tables read it. A line that is wrong is left out and told; a file that was
 * read before changes nothing. Safe for use from many threads.
 */
final class AssetImport {
    private static final TableLimits LIMITS = new TableLimits(2_000, 50, 64L << 20);
    private static final int AT_ONCE = 500;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_WRONG = 200;
    private static final List<String> NEEDED = List.of("inventoryNo", "kind", "label");

    private final AssetDesk desk;
    private final Formats formats;
    private final Texts texts;

    AssetImport(AssetDesk desk, Formats formats, Texts texts) {
        this.desk = desk;
        this.formats = formats;
        this.texts = texts;
    }

    /** Finds what reads a file. */
    @FunctionalInterface
    interface Formats {
        Optional<TableFormat> of(String fileName);
    }

    /**
     * A file that was sent.
     *
     * @param name its name
     * @param content its bytes
     * @param subsidiaryId whose assets it tells of
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Sent(String name, byte[] content, UUID subsidiaryId) {}

    /** Reads a file, within one transaction: it is taken whole, but for its wrong lines, or not at all. */
    ImportedView take(Sent sent, Visibility caller, String language) {
        caller.requireSubsidiary(sent.subsidiaryId());
        TableFormat format = formats.of(sent.name())
                .orElseThrow(() -> RestException.of(
                        AssetError.ASSET_FILE_FORMAT, "No installed bundle reads files with this ending."));
        try (TableReader reader = format.open(sent.name(), new ByteArrayInputStream(sent.content()), LIMITS)) {
            return desk.table()
                    .database()
                    .call(connection -> new Run(sent.subsidiaryId(), caller, language).all(reader));
        }
    }

    /** One reading. For one thread. */
    private final class Run {
        private final UUID firm;
        private final Visibility caller;
        private final String language;
        private final Map<String, Asset> known;
        private final Map<String, String> words = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final List<WrongLine> wrong = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;

        Run(UUID firm, Visibility caller, String language) {
            this.firm = firm;
            this.caller = caller;
            this.language = language;
            known = desk.table().of(firm).stream()
                    .collect(Collectors.toMap(asset -> asset.mark().inventoryNo(), Function.identity()));
            AssetFile.COLUMNS.forEach(column -> learn(AssetFile.column(column), "column " + column));
            for (AssetKind kind : AssetKind.values()) {
                learn(AssetFile.key("kind", kind.code()), "kind " + kind.code());
            }
            for (ValueClass worth : ValueClass.values()) {
                learn(AssetFile.key("valueClass", worth.code()), "valueClass " + worth.code());
            }
        }

        /** A word is known by its code, and by its text in every language. */
        private void learn(String key, String meaning) {
            String[] parts = meaning.split(" ", 2);
            words.put(parts[0] + ' ' + plain(parts[1]), parts[1]);
            texts.languages()
                    .forEach(one -> words.putIfAbsent(parts[0] + ' ' + plain(texts.text(one.tag(), key)), parts[1]));
        }

        private static String plain(String word) {
            return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        }

        private String word(String part, String said) {
            return words.getOrDefault(part + ' ' + plain(said), said);
        }

        ImportedView all(TableReader reader) {
            List<String> columns =
                    reader.header().stream().map(one -> word("column", one)).toList();
            for (String needed : NEEDED) {
                if (!columns.contains(needed)) {
                    throw RestException.invalid(needed, "assetColumn");
                }
            }
            columns.stream()
                    .filter(column -> !AssetFile.COLUMNS.contains(column))
                    .forEach(column -> wrong(1, column, "unknown"));
            int rows = 0;
            List<TableRow> some = reader.next(AT_ONCE);
            while (!some.isEmpty()) {
                rows += some.size();
                if (rows > MOST_ROWS) {
                    throw RestException.invalid("file", "tooMany");
                }
                some.forEach(row -> take(row, columns));
                some = reader.next(AT_ONCE);
            }
            return new ImportedView(added, changed, unchanged, wrong);
        }

        private void take(TableRow row, List<String> columns) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < columns.size() && i < row.cells().size(); i++) {
                cells.putIfAbsent(
                        columns.get(i), AssetFile.meant(row.cells().get(i).strip()));
            }
            if (cells.values().stream().allMatch(String::isEmpty)) {
                return;
            }
            AssetForm form = new AssetForm();
            AssetFields fields = new AssetFields(
                    null,
                    firm,
                    null,
                    word("kind", cells.getOrDefault("kind", "")),
                    cells.get("inventoryNo"),
                    cells.get("label"),
                    cells.get("serial"),
                    word("valueClass", cells.getOrDefault("valueClass", "")));
            Asset.Mark mark = form.mark(fields);
            Asset.Content content = form.content(fields);
            if (!row.problems().isEmpty()) {
                form.wrong("", "form");
            } else if (form.errors().isEmpty() && !seen.add(mark.inventoryNo())) {
                form.wrong("inventoryNo", "assetTwice");
            }
            if (form.errors().isEmpty()) {
                write(mark, content);
            } else {
                form.errors().forEach(error -> wrong(row.line(), error));
            }
        }

        private void write(Asset.Mark mark, Asset.Content content) {
            Asset was = known.get(mark.inventoryNo());
            if (was == null) {
                Asset fresh = new Asset(UUID.randomUUID(), firm, 1, AssetState.IN_STOCK, mark, content);
                desk.add(fresh, caller);
                added++;
            } else if (was.sameAs(mark, content)) {
                unchanged++;
            } else {
                desk.describe(was, mark, content, caller);
                changed++;
            }
        }

        private void wrong(long line, FieldError error) {
            wrong(line, error.field(), error.code());
        }

        private void wrong(long line, String column, String code) {
            if (wrong.size() < MOST_WRONG) {
                String name =
                        AssetFile.COLUMNS.contains(column) ? texts.text(language, AssetFile.column(column)) : column;
                wrong.add(new WrongLine(line, name, texts.text(language, "field." + code)));
            }
        }
    }
}
