package org.holdfast.connector.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that go through it, and stops at a number of them. */
final class LimitedInput extends FilterInputStream {
    private final long most;
    private long count;

    LimitedInput(InputStream input, long most) {
        super(input);
        this.most = most;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            add(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long bytes) throws TooLargeException {
        count += bytes;
        if (count > most) {
            throw new TooLargeException();
        }
    }

    /** More bytes came than are allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
