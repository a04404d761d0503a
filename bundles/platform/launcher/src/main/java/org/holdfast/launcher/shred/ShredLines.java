package org.holdfast.launcher.shred;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The lines of a ledger. Each holds the SHA-256 of the line before it, so that one taken out is missed; the first that of
 * nothing.
 */
final class ShredLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private String last = "";
    private long count;

    /** Returns the line that tells of somebody, to be given to {@link #take} once it is written. */
    String next(Shredded shredded) {
        return JSON.createObjectNode()
                .put("subsidiary", shredded.subsidiaryId().toString())
                .put("person", shredded.personId().toString())
                .put("at", shredded.at().toString())
                .put("previous", hash(last))
                .toString();
    }

    /** Reads what has been written before. */
    void readAll(List<String> lines, Consumer<Shredded> action) {
        for (String line : lines) {
            action.accept(read(line));
        }
    }

    private Shredded read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.path("previous").asText().equals(hash(last))) {
                throw new ShredFailure(count + 1);
            }
            Shredded shredded = new Shredded(
                    UUID.fromString(node.path("subsidiary").asText()),
                    UUID.fromString(node.path("person").asText()),
                    Instant.parse(node.path("at").asText()));
            take(line);
            return shredded;
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            ShredFailure damaged = new ShredFailure(count + 1);
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Makes a line that was written the last one. */
    void take(String line) {
        last = line;
        count++;
    }

    private static String hash(String line) {
        try {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
