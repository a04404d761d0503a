package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What vouches for a pack: what it says it holds, its signature, the signed checkpoint of the log, and the public keys. */
final class PackStatements {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceArchive archive;
    private final Map<String, PublicKey> keys;
    private String signedBy = "";

    /** Verifies by the keys that are trusted; by those in the pack where none are. */
    PackStatements(EvidenceArchive archive, Map<String, PublicKey> trusted) throws IOException {
        this.archive = archive;
        this.keys = trusted.isEmpty() ? packed(archive) : trusted;
    }

    /** What is wrong with them. */
    enum Fault {
        /** It is signed by a key that is not among the trusted ones. */
        KEY_UNKNOWN,
        /** What the pack says it holds was changed. */
        MANIFEST_FORGED,
        /** The checkpoint was changed, or is one of another log. */
        CHECKPOINT_FORGED
    }

    /**
     * The log a pack says it was taken from.
     *
     * @param origin name of the log
     * @param size number of its entries
     * @param root its Merkle root, base64
     */
    record Log(String origin, long size, String root) {}

    /** Makes the statements of a pack, by the names of their files. */
    static Map<String, byte[]> make(
            AuditFiles files, byte[] manifest, byte[] signedText, CheckpointSigner signer, AuditCheckpoint last)
            throws IOException {
        Map<String, byte[]> statements = new LinkedHashMap<>();
        statements.put(EvidenceArchive.MANIFEST, manifest);
        ObjectNode signature = JSON.createObjectNode()
                .put("key", signer.keyId())
                .put("signature", Base64.getEncoder().encodeToString(signer.sign(signedText)));
        statements.put(EvidenceArchive.SIGNATURE, utf8(signature.toString()));
        statements.put(EvidenceArchive.CHECKPOINT, last.statement().line());
        Map<String, PublicKey> known = SigningKeys.read(files.keys());
        for (String id : new TreeSet<>(List.of(signer.keyId(), last.keyId()))) {
            PublicKey key = known.get(id);
            if (key == null) {
                throw new IOException("The public key of the audit log is not beside it");
            }
            statements.put(EvidenceArchive.key(id), utf8(SigningKeys.text(key.getEncoded())));
        }
        return statements;
    }

    private static Map<String, PublicKey> packed(EvidenceArchive archive) throws IOException {
        Map<String, PublicKey> keys = new HashMap<>();
        for (String name : archive.keys()) {
            try {
                keys.putAll(SigningKeys.parse(archive.read(name)));
            } catch (EvidenceRefused e) {
                throw e;
            } catch (IOException e) {
                throw new EvidenceRefused("evidenceRefusal.noPack", e);
            }
        }
        return keys;
    }

    /** Verifies signature and checkpoint. Null where all is well with them. */
    @Nullable
    Fault fault(byte[] signedText, Log log) throws IOException {
        JsonNode signature = json(archive.read(EvidenceArchive.SIGNATURE));
        String id = signature.path("key").asText();
        PublicKey key = keys.get(id);
        if (key == null) {
            return Fault.KEY_UNKNOWN;
        }
        signedBy = id;
        if (!SigningKeys.signed(key, signedText, bytes(signature.path("signature")))) {
            return Fault.MANIFEST_FORGED;
        }
        return checkpoint(log);
    }

    private @Nullable Fault checkpoint(Log log) throws IOException {
        byte[] packed = archive.read(EvidenceArchive.CHECKPOINT);
        AuditCheckpoint checkpoint;
        try {
            checkpoint = AuditCheckpoint.parse(packed);
        } catch (IOException e) {
            return Fault.CHECKPOINT_FORGED;
        }
        PublicKey key = keys.get(checkpoint.keyId());
        if (key == null) {
            return Fault.KEY_UNKNOWN;
        }
        AuditCheckpoint.Tree tree = checkpoint.tree();
        boolean same = Arrays.equals(packed, checkpoint.line())
                && tree.origin().equals(log.origin())
                && tree.size() == log.size()
                && tree.root().base64().equals(log.root());
        return same && checkpoint.signedBy(key) ? null : Fault.CHECKPOINT_FORGED;
    }

    /** Returns the id of the key that signed; empty before it was found among the trusted ones. */
    String signedBy() {
        return signedBy;
    }

    /** Reads base64; what is none, or leaves room to say the same otherwise, is no hash and no signature. */
    static byte[] bytes(JsonNode text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.asText());
            return Base64.getEncoder().encodeToString(bytes).equals(text.asText()) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Reads JSON that is written in the one way in which packs are. */
    static JsonNode json(byte[] bytes) throws IOException {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (!node.toString().equals(new String(bytes, StandardCharsets.UTF_8))) {
                throw new EvidenceRefused("evidenceRefusal.noPack");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new EvidenceRefused("evidenceRefusal.noPack", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
