package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a compliance pack says it holds. It is signed, so that nothing can be taken out of a pack or changed unnoticed.
 *
 * @param format version of the form; this product writes and reads 1
 * @param kind always {@code compliance}
 * @param origin name of the audit log
 * @param madeAt when, ISO-8601
 * @param size number of entries of the log at that moment
 * @param root Merkle root of that log, base64
 * @param documents SHA-256 of each document in hexadecimal digits, by the name of its file
 */
record ComplianceManifest(
        int format,
        String kind,
        String origin,
        String madeAt,
        long size,
        String root,
        SortedMap<String, String> documents) {

    static final int FORMAT = 1;
    static final String KIND = "compliance";

    private static final String CONTEXT = "holdfast compliance\n";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Checks that everything is there, and copies. */
    ComplianceManifest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(root, "root");
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and texts can be written", e);
        }
    }

    static ComplianceManifest parse(byte[] bytes) throws IOException {
        ComplianceManifest manifest;
        try {
            manifest = JSON.readValue(bytes, ComplianceManifest.class);
        } catch (JsonProcessingException e) {
            throw new EvidenceRefused("evidenceRefusal.noPack", e);
        }
        if (!manifest.kind().equals(KIND)) {
            throw new EvidenceRefused("evidenceRefusal.noPack");
        }
        if (manifest.format() != FORMAT) {
            throw new EvidenceRefused("evidenceRefusal.format");
        }
        return manifest;
    }

    /** Returns what the signature covers: no checkpoint of any log and no evidence pack begins like this. */
    static byte[] signedText(byte[] manifest) {
        byte[] context = CONTEXT.getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[context.length + manifest.length];
        System.arraycopy(context, 0, text, 0, context.length);
        System.arraycopy(manifest, 0, text, context.length, manifest.length);
        return text;
    }
}
