package org.holdfast.core.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param from its first byte
 * @param to the byte behind its last
 * @param size how many bytes the file has
 * @param whole whether nobody asked for a part
 */
record ByteRange(long from, long to, long size, boolean whole) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a header. Several parts at once are not handed out, nor is what cannot be read: then it is the whole, as RFC 9110 allows.
     *
     * @throws RestException with status 416 where the file has no such part
     */
    static ByteRange of(@Nullable String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return new ByteRange(0, size, size, true);
        }
        boolean last = asked.group(1).isEmpty();
        long first = last ? Math.max(0, size - Long.parseLong(asked.group(2))) : Long.parseLong(asked.group(1));
        long end = last || asked.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(asked.group(2)) + 1);
        if (first >= end) {
            throw RestException.of(KnowledgeError.RANGE_NOT_THERE, "The file has no such part.");
        }
        return new ByteRange(first, end, size, false);
    }

    long length() {
        return to - from;
    }

    String header() {
        return "bytes " + from + "-" + (to - 1) + "/" + size;
    }
}
