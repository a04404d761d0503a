package org.holdfast.connector.files;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip archive held in memory (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), checked
 * before one byte is unpacked.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES_PER_PACKED_BYTE = 200;
    private static final long RATIO_COUNTS_FROM_BYTES = 1L << 20;
    private static final long ELSEWHERE = 0xffff_ffffL;

    private final ByteBuffer archive;
    private final Map<String, Entry> entries = new HashMap<>();

    private ZipDirectory(byte[] bytes) {
        archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipDirectory of(byte[] bytes, long mostUnpackedBytes) throws IOException {
        ZipDirectory directory = new ZipDirectory(bytes);
        directory.readEntries();
        long total = 0;
        for (Entry entry : directory.entries.values()) {
            total += entry.unpacked;
            boolean bomb = entry.unpacked > RATIO_COUNTS_FROM_BYTES
                    && entry.unpacked / MOST_BYTES_PER_PACKED_BYTE > entry.packed;
            if (bomb || total > mostUnpackedBytes) {
                throw new LimitedInput.TooLargeException();
            }
        }
        return directory;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Unpacks an entry; it fails where more comes out than the directory says. */
    InputStream open(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ZipException("no such entry");
        }
        require(entry.offset, LOCAL_BYTES);
        int offset = (int) entry.offset;
        if (archive.getInt(offset) != LOCAL) {
            throw new ZipException("no entry where the directory says");
        }
        long start = (long) offset + LOCAL_BYTES + unsigned(offset + 26) + unsigned(offset + 28);
        require(start, entry.packed);
        InputStream packed = new ByteArrayInputStream(archive.array(), (int) start, (int) entry.packed);
        InputStream unpacked =
                entry.method == STORED ? packed : new InflaterInputStream(packed, new Inflater(true), 1 << 14);
        return new LimitedInput(unpacked, entry.unpacked);
    }

    private void readEntries() throws IOException {
        int end = findEnd();
        int count = unsigned(end + 10);
        if (count > MOST_ENTRIES) {
            throw new LimitedInput.TooLargeException();
        }
        long position = archive.getInt(end + 16) & ELSEWHERE;
        for (int i = 0; i < count; i++) {
            position = readEntry(position);
        }
    }

    private int findEnd() throws IOException {
        int lowest = Math.max(0, archive.limit() - END_BYTES - LONGEST_COMMENT);
        for (int i = archive.limit() - END_BYTES; i >= lowest; i--) {
            if (archive.getInt(i) == END) {
                return i;
            }
        }
        if (archive.limit() >= 4 && archive.getInt(0) == LOCAL) {
            throw new EOFException("no directory");
        }
        throw new ZipException("no archive");
    }

    private long readEntry(long position) throws IOException {
        require(position, ENTRY_BYTES);
        int at = (int) position;
        int method = unsigned(at + 10);
        if (archive.getInt(at) != ENTRY
                || (unsigned(at + 8) & ENCRYPTED) != 0
                || (method != STORED && method != DEFLATED)) {
            throw new ZipException("an entry of another kind");
        }
        int nameLength = unsigned(at + 28);
        int extraLength = unsigned(at + 30);
        require(position + ENTRY_BYTES, (long) nameLength + extraLength);
        String name = new String(archive.array(), at + ENTRY_BYTES, nameLength, StandardCharsets.UTF_8);
        Extra extra = new Extra(at + ENTRY_BYTES + nameLength, extraLength);
        long unpacked = extra.orElsewhere(archive.getInt(at + 24) & ELSEWHERE);
        long packed = extra.orElsewhere(archive.getInt(at + 20) & ELSEWHERE);
        long offset = extra.orElsewhere(archive.getInt(at + 42) & ELSEWHERE);
        if (entries.put(name, new Entry(method, packed, unpacked, offset)) != null) {
            throw new ZipException("an entry comes twice");
        }
        return position + ENTRY_BYTES + (long) nameLength + extraLength + unsigned(at + 32);
    }

    private void require(long position, long bytes) throws EOFException {
        if (position < 0 || bytes < 0 || position > archive.limit() - bytes) {
            throw new EOFException("the archive is shorter than its directory says");
        }
    }

    private int unsigned(int position) {
        return archive.getShort(position) & 0xffff;
    }

    private record Entry(int method, long packed, long unpacked, long offset) {}

    /** The zip64 field, which holds, in their order, the numbers that do not fit in 32 bits. */
    private final class Extra {
        private static final int ZIP64 = 1;
        private final @Nullable ByteBuffer longs;

        Extra(int start, int length) {
            ByteBuffer found = null;
            int at = start;
            while (found == null && at + 4 <= start + length) {
                int bytes = Math.min(unsigned(at + 2), start + length - at - 4);
                if (unsigned(at) == ZIP64) {
                    found = archive.slice(at + 4, bytes).order(ByteOrder.LITTLE_ENDIAN);
                }
                at += 4 + bytes;
            }
            longs = found;
        }

        long orElsewhere(long number) throws IOException {
            if (number != ELSEWHERE) {
                return number;
            }
            if (longs == null || longs.remaining() < Long.BYTES) {
                throw new ZipException("a number is missing");
            }
            return longs.getLong();
        }
    }
}
