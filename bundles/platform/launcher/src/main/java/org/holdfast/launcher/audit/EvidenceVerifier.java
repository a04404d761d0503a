package org.holdfast.launcher.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
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
    private static final int MOST_HASHES = 64;

    private final EvidenceArchive archive;
    private final PackStatements statements;
    private final EvidenceManifest manifest;
    private final byte[] manifestBytes;
    private long verified;

    private EvidenceVerifier(EvidenceArchive archive, Map<String, PublicKey> trusted) throws IOException {
        this.archive = archive;
        this.statements = new PackStatements(archive, trusted);
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
        return new EvidenceVerdict(result, verified, entry, manifest.person(), statements.signedBy());
    }

    /** What the pack says it holds, and the checkpoint. Null where all is well with them. */
    private @Nullable Result statements() throws IOException {
        PackStatements.Log log = new PackStatements.Log(manifest.origin(), manifest.size(), manifest.root());
        PackStatements.Fault fault = statements.fault(EvidenceManifest.signedText(manifestBytes), log);
        return fault == null ? null : Result.valueOf(fault.name());
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
            node = PackStatements.json(proof);
        } catch (EvidenceRefused e) {
            return false;
        }
        JsonNode packed = node.path("hashes");
        if (node.path("index").asLong(-1) != index || !packed.isArray() || packed.size() > MOST_HASHES) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode hash : packed) {
            hashes.add(PackStatements.bytes(hash));
        }
        MerkleProof.Place place = new MerkleProof.Place(index, manifest.size());
        byte[] root = Base64.getDecoder().decode(manifest.root());
        return MerkleProof.included(place, MerkleHash.leaf(line), hashes, root);
    }
}
