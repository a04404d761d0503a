package org.holdfast.core.offboarding.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.core.platform.rest.Json;

/** The sealed part of a version as bytes. */
final class SettlementCodec {
    static final int FORM = 1;

    private SettlementCodec() {}

    static byte[] write(Entry.Content content) {
        try {
            return Json.mapper().writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entry.Content read(byte[] plain) {
        try {
            return Json.mapper().readValue(plain, Entry.Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
