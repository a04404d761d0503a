package org.holdfast.launcher.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.audit.AuditFiles.LastLine;
import org.holdfast.launcher.audit.EvidenceUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a log about one person, with what proves them to somebody who has neither the log nor the server: the proof
 * that each stands in the tree, the signed checkpoint over the tree, and the public keys. {@link EvidenceVerifier} verifies
 * it. Immutable once made.
 */
public final class EvidencePack {
    /** Most entries of a pack. */
    static final int MOST_ENTRIES = 50_000;

    /** Most bytes of entries of a pack. */
    static final long MOST_BYTES = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Map<String, byte[]> statements;
    private final NavigableMap<Long, byte[]> lines;
    private final InclusionProofs proofs;

    private EvidencePack(Map<String, byte[]> statements, NavigableMap<Long, byte[]> lines, InclusionProofs proofs) {
        this.statements = statements;
        this.lines = lines;
        this.proofs = proofs;
    }

    /**
     * Makes a pack of what the log holds up to now.
     *
     * @param folder the log
     * @param log the log, open
     * @param query names a person, and perhaps a period
     * @param clock the time
     * @return the pack
     * @throws EvidenceUnavailableException where nobody signs, or the entries are too many
     * @throws AuditFailure where the log cannot be read, or is not as it was signed
     */
    public static EvidencePack make(Path folder, AuditLog log, AuditQuery query, Clock clock)
            throws EvidenceUnavailableException {
        AuditFiles files = new AuditFiles(folder);
        CheckpointSigner signer = log.signer().orElseThrow(() -> new EvidenceUnavailableException(Reason.UNSIGNED));
        log.checkpoint();
        try {
            AuditCheckpoint last = lastCheckpoint(files);
            NavigableMap<Long, byte[]> lines = lines(folder, query, last.tree().size());
            InclusionProofs proofs = proofs(files, last, lines);
            byte[] manifest = manifest(query, last, clock.instant(), lines);
            Map<String, byte[]> statements =
                    PackStatements.make(files, manifest, EvidenceManifest.signedText(manifest), signer, last);
            return new EvidencePack(statements, lines, proofs);
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be read, or is not as it was signed", e);
        }
    }

    static AuditCheckpoint lastCheckpoint(AuditFiles files) throws IOException, EvidenceUnavailableException {
        LastLine line = AuditFiles.last(files.checkpoints())
                .orElseThrow(() -> new EvidenceUnavailableException(Reason.UNSIGNED));
        return AuditCheckpoint.parse(line.line().array());
    }

    private static NavigableMap<Long, byte[]> lines(Path folder, AuditQuery query, long size)
            throws IOException, EvidenceUnavailableException {
        NavigableMap<Long, byte[]> lines = new TreeMap<>();
        long[] bytes = {0};
        new AuditSearch(folder).eachLine(query, size, (line, entry) -> {
            lines.put(entry.index(), line);
            bytes[0] += line.length;
            return lines.size() <= MOST_ENTRIES && bytes[0] <= MOST_BYTES;
        });
        if (lines.size() > MOST_ENTRIES || bytes[0] > MOST_BYTES) {
            throw new EvidenceUnavailableException(Reason.TOO_MANY);
        }
        return lines;
    }

    /** The checkpoints hold all leaf hashes, and their root is signed: so only the entries of the pack are hashed. */
    private static InclusionProofs proofs(AuditFiles files, AuditCheckpoint last, NavigableMap<Long, byte[]> lines)
            throws IOException {
        long size = last.tree().size();
        InclusionProofs proofs = new InclusionProofs(size, lines.keySet());
        long index = 0;
        try (AuditLines checkpoints = new AuditLines(files.checkpoints())) {
            for (byte[] line = checkpoints.next(); line != null && index < size; line = checkpoints.next()) {
                for (byte[] leaf : AuditCheckpoint.parse(line).leaves()) {
                    byte[] entry = lines.get(index);
                    if (entry != null && !Bytes.of(MerkleHash.leaf(entry)).equals(Bytes.of(leaf))) {
                        throw new IOException("Entry " + index + " of the audit log is not as it was signed");
                    }
                    proofs.add(leaf);
                    index++;
                }
            }
        }
        if (!proofs.isComplete() || !Bytes.of(proofs.root()).equals(last.tree().root())) {
            throw new IOException("The checkpoints of the audit log are not as they were signed");
        }
        return proofs;
    }

    private static byte[] manifest(
            AuditQuery query, AuditCheckpoint last, Instant now, NavigableMap<Long, byte[]> lines) {
        return new EvidenceManifest(
                        EvidenceManifest.FORMAT,
                        last.tree().origin(),
                        query.person(),
                        now.truncatedTo(ChronoUnit.MILLIS).toString(),
                        text(query.period().from()),
                        text(query.period().to()),
                        last.tree().size(),
                        last.tree().root().base64(),
                        List.copyOf(lines.keySet()))
                .bytes();
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /**
     * Returns how many entries it holds.
     *
     * @return number of entries
     */
    public int entries() {
        return lines.size();
    }

    /**
     * Writes the pack.
     *
     * @param out where to; stays open
     * @throws IOException where it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> statement : statements.entrySet()) {
            zip.putNextEntry(new ZipEntry(statement.getKey()));
            zip.write(statement.getValue());
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(EvidenceArchive.ENTRIES));
        for (byte[] line : lines.values()) {
            zip.write(line);
            zip.write('\n');
        }
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(EvidenceArchive.PROOFS));
        for (Long index : lines.keySet()) {
            zip.write(proof(index));
            zip.write('\n');
        }
        zip.closeEntry();
        zip.finish();
    }

    private byte[] proof(long index) {
        ObjectNode proof = JSON.createObjectNode().put("index", index);
        ArrayNode hashes = proof.putArray("hashes");
        proofs.of(index).forEach(hash -> hashes.add(BASE64.encodeToString(hash)));
        return utf8(proof.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
