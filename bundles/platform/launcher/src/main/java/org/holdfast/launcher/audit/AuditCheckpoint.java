package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A signed statement of what the log held at a moment. It also lists the leaf hashes since the checkpoint before, which its
 * root vouches for: so verifying names the very entry that was changed, not only a stretch of the log.
 *
 * @param tree size and root; {@code origin} names the log, {@code at} the moment
 * @param leaves leaf hashes of the entries since the checkpoint before
 * @param frontier roots of the complete subtrees, from which the log goes on after a restart
 * @param keyId which key signed
 * @param signature Ed25519 over {@link Tree#text}
 */
record AuditCheckpoint(Tree tree, List<byte[]> leaves, List<byte[]> frontier, String keyId, Bytes signature) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getEncoder();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    /**
     * What is signed.
     *
     * @param origin name of the log
     * @param size number of entries
     * @param root Merkle root of them
     * @param at when
     */
    record Tree(String origin, long size, Bytes root, Instant at) {

        /** Returns what the signature covers: four lines, as in the checkpoints of transparency logs. */
        byte[] text() {
            String text = origin + "\n" + size + "\n" + root.base64() + "\n" + at + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Returns whether a key signed this. */
    boolean signedBy(PublicKey key) {
        return SigningKeys.signed(key, tree.text(), signature.array());
    }

    /** Returns it without the leaf hashes and the frontier, which its signature does not need. */
    AuditCheckpoint statement() {
        return new AuditCheckpoint(tree, List.of(), List.of(), keyId, signature);
    }

    /** Writes it as one line of JSON without its line feed. */
    byte[] line() {
        ObjectNode node = JSON.createObjectNode()
                .put("origin", tree.origin())
                .put("size", tree.size())
                .put("root", tree.root().base64())
                .put("at", tree.at().toString())
                .put("key", keyId)
                .put("signature", signature.base64());
        add(node.putArray("frontier"), frontier);
        add(node.putArray("leaves"), leaves);
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a line that {@link #line} wrote. */
    static AuditCheckpoint parse(byte[] line) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            Tree tree = new Tree(
                    node.path("origin").asText(),
                    node.path("size").asLong(-1),
                    Bytes.of(hash(node.path("root"))),
                    Instant.parse(node.path("at").asText()));
            return new AuditCheckpoint(
                    tree,
                    hashes(node.withArray("leaves")),
                    hashes(node.withArray("frontier")),
                    node.path("key").asText(),
                    Bytes.ofBase64(node.path("signature").asText()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("No checkpoint of an audit log", e);
        }
    }

    private static void add(ArrayNode array, List<byte[]> hashes) {
        hashes.forEach(hash -> array.add(ENCODER.encodeToString(hash)));
    }

    private static List<byte[]> hashes(ArrayNode array) throws IOException {
        List<byte[]> hashes = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            hashes.add(hash(item));
        }
        return hashes;
    }

    private static byte[] hash(JsonNode node) throws IOException {
        byte[] hash = DECODER.decode(node.asText());
        if (hash.length != MerkleHash.LENGTH) {
            throw new IOException("No checkpoint of an audit log");
        }
        return hash;
    }
}
