package org.holdfast.connector.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip (RFC 1952) and stops at a bomb: far more bytes out than any table gives for those that went in. */
final class GzipText extends FilterInputStream {
    /** Gzip reaches 1,032 at most; monotonous tables stay under 200. */
    private static final long MOST_BYTES_PER_PACKED_BYTE = 400;

    private static final long RATIO_COUNTS_FROM_BYTES = 16L << 20;

    private final LimitedInput packed;
    private long unpacked;

    private GzipText(GZIPInputStream unpacking, LimitedInput packed) {
        super(unpacking);
        this.packed = packed;
    }

    static InputStream unpack(InputStream content) throws IOException {
        LimitedInput packed = new LimitedInput(content, Long.MAX_VALUE);
        return new GzipText(new GZIPInputStream(packed, 1 << 16), packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            unpacked += read;
            if (unpacked > RATIO_COUNTS_FROM_BYTES && unpacked / MOST_BYTES_PER_PACKED_BYTE > packed.count()) {
                throw new LimitedInput.TooLargeException();
            }
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
