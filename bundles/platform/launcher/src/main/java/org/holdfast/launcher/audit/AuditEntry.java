package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * An entry of the log. Its stored form is one line of JSON, and what the tree hashes are the bytes of that line, so that
 * verifying depends on no way of writing JSON.
 *
 * @param index its place, counted from 0
 * @param at when it was appended
 * @param event what happened
 */
public record AuditEntry(long index, Instant at, AuditEvent event) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Writes the entry.
     *
     * @return one line without its line feed, UTF-8
     */
    byte[] line() {
        ObjectNode node = JSON.createObjectNode();
        node.put("index", index);
        node.put("at", at.toString());
        node.set("event", JSON.valueToTree(event));
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an entry.
     *
     * @param line one line without its line feed
     * @return the entry
     * @throws IOException where it is none
     */
    static AuditEntry parse(byte[] line) throws IOException {
        JsonNode node = JSON.readTree(line);
        try {
            if (!node.path("index").isIntegralNumber() || !node.path("event").isObject()) {
                throw new IOException("No entry of an audit log");
            }
            return new AuditEntry(
                    node.path("index").asLong(),
                    Instant.parse(node.path("at").asText()),
                    JSON.treeToValue(node.path("event"), AuditEvent.class));
        } catch (DateTimeException | JsonProcessingException e) {
            // The parser's own message quotes the line.
            throw new IOException("No entry of an audit log", e);
        }
    }
}
