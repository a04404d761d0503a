package org.holdfast.api.connector;

import java.io.InputStream;
import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/** Reads tables from files of some kind. Methods may be called from any thread. */
@ConsumerType
@TimeLimit(seconds = 60)
public interface TableFormat {

    /**
     * Returns whether it reads files of that name.
     *
     * @param fileName the file's name, without folders
     * @return true where the ending is one of its own
     */
    boolean reads(String fileName);

    /**
     * Opens a file and reads its header.
     *
     * @param fileName the file's name, without folders
     * @param content the file's bytes; closed by the reader
     * @param limits what it may cost
     * @return a reader that stands before the first row; the caller closes it
     * @throws org.holdfast.api.HoldfastException where the file as a whole cannot be read: empty, no header, unknown
     *     encoding, damaged archive, too large when unpacked
     */
    TableReader open(String fileName, InputStream content, TableLimits limits);
}
