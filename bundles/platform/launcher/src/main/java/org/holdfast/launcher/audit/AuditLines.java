package org.holdfast.launcher.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The whole lines of a file, one after the other. What stands after the last line feed was cut off while being written. */
final class AuditLines implements Closeable {
    /** A line longer than this was not written by us. */
    static final int LONGEST = 16 * 1024 * 1024;

    private static final int BLOCK = 1 << 16;

    private final @Nullable InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long complete;

    /** Opens a file; one that is absent has no lines. */
    AuditLines(Path file) throws IOException {
        in = Files.exists(file) ? new BufferedInputStream(Files.newInputStream(file), BLOCK) : null;
    }

    /** Reads a stream, which is closed with this. */
    AuditLines(InputStream stream) {
        in = new BufferedInputStream(stream, BLOCK);
    }

    /** Returns the next line without its line feed, or null after the last. */
    byte @Nullable [] next() throws IOException {
        if (in == null) {
            return null;
        }
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                complete += line.size() + 1L;
                return line.toByteArray();
            }
            line.write(b);
            if (line.size() > LONGEST) {
                throw new IOException("A line is longer than any entry");
            }
        }
        return null;
    }

    /** Returns whether something stands after the last line feed. Known once {@link #next} has returned null. */
    boolean torn() {
        return line.size() > 0;
    }

    /** Returns the number of bytes up to the last line feed that was read. */
    long complete() {
        return complete;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
