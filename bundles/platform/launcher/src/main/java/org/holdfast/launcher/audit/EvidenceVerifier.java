package org.holdfast.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.holdfast.launcher.audit.EvidenceVerdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an evidence pack from its file alone: no log, no server, no data directory. Nothing in it is believed before a
 * trusted key was found to have signed it, and every hash is computed again.
 */
public final class EvidenceVerifier {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_HASHES = 64;

    private final EvidenceArchive archive;
    private final Map<String, PublicKey> keys;
    private final EvidenceManifest manifest;
    private final byte[] manifestBytes;
    private String signedBy = "";
    private long verified;

    private EvidenceVerifier(EvidenceArchive archive, Map<String, PublicKey> trusted) throws IOException {
        this.archive = archive;
        this.keys = trusted.isEmpty() ? packed(archive) : trusted;
        this.manifestBytes = archive.read(EvidenceArchive.MANIFEST);
        this.manifest = EvidenceManifest.parse(manifestBytes);
    }

    /**
     * Verifies a pack.
     *
     * @param file the pack
     * @param trusted public keys that are trusted, by id; none for those in the pack itself, which whoever forged it would
     *     have put there
     * @return what was found
     * @throws EvidenceRefused where the file is no pack, not a whole one, or too large
     * @throws IOException where the file cannot be read
     */
    public static EvidenceVerdict verify(Path file, Map<String, PublicKey> trusted) throws IOException {
        try (EvidenceArchive archive = EvidenceArchive.open(file)) {
            return new EvidenceVerifier(archive, Map.copyOf(trusted)).verdict();
        }
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

    private EvidenceVerdict verdict() throws IOException {
        Result fault = statements();
        if (fault != null) {
            return verdict(fault, -1);
        }
        try (AuditLines entries = new AuditLines(archive.stream(EvidenceArchive.ENTRIES));
                AuditLines proofs = new AuditLines(archive.stream(EvidenceArchive.PROOFS))) {
            return entries(entries, proofs);
        }
    }

    private EvidenceVerdict verdict(Result result, long entry) {
        return new EvidenceVerdict(result, verified, entry, manifest.person(), signedBy);
    }

    /** What the pack says it holds, and the checkpoint. Null where all is well with them. */
    private @Nullable Result statements() throws IOException {
        JsonNode signature = json(archive.read(EvidenceArchive.SIGNATURE));
        signedBy = signature.path("key").asText();
        PublicKey key = keys.get(signedBy);
        if (key == null) {
            signedBy = "";
            return Result.KEY_UNKNOWN;
        }
        byte[] text = EvidenceManifest.signedText(manifestBytes);
        if (!SigningKeys.signed(key, text, bytes(signature.path("signature")))) {
            return Result.MANIFEST_FORGED;
        }
        return checkpoint();
    }

    private @Nullable Result checkpoint() throws IOException {
        byte[] packed = archive.read(EvidenceArchive.CHECKPOINT);
        AuditCheckpoint checkpoint;
        try {
            checkpoint = AuditCheckpoint.parse(packed);
        } catch (IOException e) {
            return Result.CHECKPOINT_FORGED;
        }
        PublicKey key = keys.get(checkpoint.keyId());
        if (key == null) {
            return Result.KEY_UNKNOWN;
        }
        AuditCheckpoint.Tree tree = checkpoint.tree();
        boolean same = Arrays.equals(packed, checkpoint.line())
                && tree.origin().equals(manifest.origin())
                && tree.size() == manifest.size()
                && tree.root().base64().equals(manifest.root());
        return same && checkpoint.signedBy(key) ? null : Result.CHECKPOINT_FORGED;
    }

    private EvidenceVerdict entries(AuditLines entries, AuditLines proofs) throws IOException {
        Iterator<Long> expected = manifest.entries().iterator();
        for (byte[] line = entries.next(); line != null; line = entries.next()) {
            EvidenceVerdict fault = entry(line, expected, proofs);
            if (fault != null) {
                return fault;
            }
            verified++;
        }
        if (expected.hasNext()) {
            return verdict(Result.REMOVED, expected.next());
        }
        boolean more = entries.torn() || proofs.next() != null || proofs.torn();
        return verdict(more ? Result.ADDED : Result.GENUINE, -1);
    }

    /** Verifies the entry that stands next. Null where all is well with it. */
    private @Nullable EvidenceVerdict entry(byte[] line, Iterator<Long> expected, AuditLines proofs)
            throws IOException {
        AuditEntry entry = entry(line);
        if (!expected.hasNext()) {
            return verdict(Result.ADDED, entry == null ? -1 : entry.index());
        }
        long index = expected.next();
        if (entry == null || entry.index() != index) {
            return misplaced(entry, index);
        }
        // Proven first: only then are the entry's fields those that the server wrote.
        boolean sound = proven(line, index, proofs.next())
                && entry.event().about().persons().contains(manifest.person());
        return sound ? null : verdict(Result.ALTERED, index);
    }

    private EvidenceVerdict misplaced(@Nullable AuditEntry entry, long index) {
        if (entry == null) {
            return verdict(Result.ALTERED, index);
        }
        // Places rise: one further on means that this one is gone, as long as it belongs into the pack at all.
        return entry.index() > index && manifest.entries().contains(entry.index())
                ? verdict(Result.REMOVED, index)
                : verdict(Result.ADDED, entry.index());
    }

    private static @Nullable AuditEntry entry(byte[] line) {
        try {
            return AuditEntry.parse(line);
        } catch (IOException e) {
            return null;
        }
    }

    private boolean proven(byte[] line, long index, byte @Nullable [] proof) throws IOException {
        if (proof == null) {
            return false;
        }
        JsonNode node;
        try {
            node = json(proof);
        } catch (EvidenceRefused e) {
            return false;
        }
        JsonNode packed = node.path("hashes");
        if (node.path("index").asLong(-1) != index || !packed.isArray() || packed.size() > MOST_HASHES) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode hash : packed) {
            hashes.add(bytes(hash));
        }
        MerkleProof.Place place = new MerkleProof.Place(index, manifest.size());
        byte[] root = Base64.getDecoder().decode(manifest.root());
        return MerkleProof.included(place, MerkleHash.leaf(line), hashes, root);
    }

    /** Reads base64; what is none, or leaves room to say the same otherwise, is no hash and no signature. */
    private static byte[] bytes(JsonNode text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.asText());
            return Base64.getEncoder().encodeToString(bytes).equals(text.asText()) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static JsonNode json(byte[] bytes) throws IOException {
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
}
