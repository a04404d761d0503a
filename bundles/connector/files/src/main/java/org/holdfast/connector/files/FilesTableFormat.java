package org.holdfast.connector.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.osgi.service.component.annotations.Component;

/** Reads {@code .csv}, {@code .tsv} and {@code .txt}, each also with {@code .gz} behind it, and {@code .xlsx}. */
@Component(service = TableFormat.class, immediate = true)
public final class FilesTableFormat implements TableFormat {
    private static final String WORKBOOK = ".xlsx";
    private static final String GZIP = ".gz";

    @Override
    public boolean reads(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(WORKBOOK) || isText(withoutGzip(name));
    }

    @Override
    public TableReader open(String fileName, InputStream content, TableLimits limits) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean opened = false;
        try {
            TableReader reader = Guard.call(() -> read(name, new BufferedInputStream(content, 1 << 16), limits));
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                close(content);
            }
        }
    }

    private TableReader read(String name, InputStream content, TableLimits limits) throws IOException {
        if (!reads(name)) {
            throw new HoldfastException(
                    TableError.WRONG_KIND, "The file is no table. Use a file that ends in .csv, .csv.gz or .xlsx.");
        }
        if (name.endsWith(WORKBOOK)) {
            return WorkbookTable.open(name.substring(0, name.length() - WORKBOOK.length()), content, limits);
        }
        InputStream text = name.endsWith(GZIP) ? GzipText.unpack(content) : content;
        return CsvTable.open(new LimitedInput(text, limits.maxUnpackedBytes()), limits);
    }

    private static boolean isText(String name) {
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    private static String withoutGzip(String name) {
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be closed", e);
        }
    }
}
