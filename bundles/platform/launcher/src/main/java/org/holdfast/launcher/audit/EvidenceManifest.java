package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an evidence pack says it holds. It is signed, so that nothing can be taken out of a pack unnoticed.
 *
 * @param format version of the form; this product writes and reads 1
 * @param origin name of the log
 * @param person random id of whom it is about
 * @param madeAt when, ISO-8601
 * @param from first moment of the entries that were asked for, ISO-8601; empty for any
 * @param to first moment that was too late for them; empty for none
 * @param size number of entries of the log the proofs are about
 * @param root Merkle root of that log, base64
 * @param entries places of the entries in the log, rising
 */
record EvidenceManifest(
        int format,
        String origin,
        String person,
        String madeAt,
        String from,
        String to,
        long size,
        String root,
        List<Long> entries) {

    static final int FORMAT = 1;

    private static final String CONTEXT = "holdfast evidence\n";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Checks that everything is there, and copies. */
    EvidenceManifest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(root, "root");
        entries = List.copyOf(entries);
    }

    /** Writes it as JSON. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and texts can be written", e);
        }
    }

    /** Reads what {@link #bytes} wrote. */
    static EvidenceManifest parse(byte[] bytes) throws IOException {
        EvidenceManifest manifest;
        try {
            manifest = JSON.readValue(bytes, EvidenceManifest.class);
            // A bare text would be said to the reader; an id cannot say anything.
            UUID unusedPerson = UUID.fromString(manifest.person());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new EvidenceRefused("evidenceRefusal.noPack", e);
        }
        if (manifest.format() != FORMAT) {
            throw new EvidenceRefused("evidenceRefusal.format");
        }
        return manifest;
    }

    /** Returns what the signature covers: no checkpoint of any log begins like this. */
    static byte[] signedText(byte[] manifest) {
        byte[] context = CONTEXT.getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[context.length + manifest.length];
        System.arraycopy(context, 0, text, 0, context.length);
        System.arraycopy(manifest, 0, text, context.length, manifest.length);
        return text;
    }
}
