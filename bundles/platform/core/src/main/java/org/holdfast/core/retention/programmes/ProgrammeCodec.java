package org.holdfast.core.retention.programmes;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.core.platform.rest.Json;

/** The sealed parts of a programme as bytes. */
final class ProgrammeCodec {
    static final int VERSION = 1;

    private ProgrammeCodec() {}

    static byte[] write(Object part) {
        try {
            return Json.mapper().writeValueAsBytes(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] plain, Class<T> type) {
        try {
            return Json.mapper().readValue(plain, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
