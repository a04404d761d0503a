package org.holdfast.api.connector;

import java.util.List;
import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/** Reads one table from front to back. Not safe for use from many threads. */
@ConsumerType
@TimeLimit(seconds = 60)
public interface TableReader extends AutoCloseable {

    /**
     * Returns what was found out about the file.
     *
     * @return for people: {@code UTF-8}, {@code GB18030}, {@code xlsx, sheet "employees"}, with the delimiter
     */
    String form();

    /**
     * Returns the header.
     *
     * @return the words of the header row, trimmed
     */
    List<String> header();

    /**
     * Reads rows.
     *
     * @param max most rows to return, at least 1
     * @return the next rows in order; empty at the end
     * @throws org.holdfast.api.HoldfastException where the rest of the file cannot be read: cut off, broken encoding,
     *     damaged archive
     */
    List<TableRow> next(int max);

    /** Frees what it holds. */
    @Override
    void close();
}
