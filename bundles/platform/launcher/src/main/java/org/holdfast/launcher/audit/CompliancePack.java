package org.holdfast.launcher.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.audit.EvidenceUnavailableException.Reason;

/**
 * Documents for a compliance audit (PIPL Art. 54), signed together with the state of the audit log by the key that signs the
 * log. {@link ComplianceVerifier} verifies it. Immutable once made.
 */
public final class CompliancePack {
    static final EvidenceArchive.Shape SHAPE = new EvidenceArchive.Shape(
            Map.of(
                    EvidenceArchive.MANIFEST,
                    4L << 20,
                    EvidenceArchive.SIGNATURE,
                    64L << 10,
                    EvidenceArchive.CHECKPOINT,
                    64L << 10),
            Optional.of(Pattern.compile("documents/(?:[0-9a-f-]{36}/)?[a-z][a-z-]{0,60}\\.(?:json|md|csv)")),
            10_000);

    private final Map<String, byte[]> files;

    private CompliancePack(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Makes a pack.
     *
     * @param folder the audit log
     * @param log the log, open
     * @param documents the documents, by name below {@code documents/}: letters and hyphens, perhaps in the folder of a
     *     subsidiary's id, ending in {@code .json}, {@code .md} or {@code .csv}
     * @param clock the time
     * @return the pack
     * @throws EvidenceUnavailableException where nobody signs
     * @throws AuditFailure where the log cannot be read
     */
    public static CompliancePack make(Path folder, AuditLog log, Map<String, byte[]> documents, Clock clock)
            throws EvidenceUnavailableException {
        AuditFiles audit = new AuditFiles(folder);
        CheckpointSigner signer = log.signer().orElseThrow(() -> new EvidenceUnavailableException(Reason.UNSIGNED));
        log.checkpoint();
        SortedMap<String, byte[]> named = new TreeMap<>();
        SortedMap<String, String> hashes = new TreeMap<>();
        documents.forEach((name, content) -> {
            named.put("documents/" + name, content.clone());
            hashes.put("documents/" + name, sha256(content));
        });
        try {
            AuditCheckpoint last = EvidencePack.lastCheckpoint(audit);
            byte[] manifest = new ComplianceManifest(
                            ComplianceManifest.FORMAT,
                            ComplianceManifest.KIND,
                            last.tree().origin(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                            last.tree().size(),
                            last.tree().root().base64(),
                            hashes)
                    .bytes();
            Map<String, byte[]> files = new LinkedHashMap<>(
                    PackStatements.make(audit, manifest, ComplianceManifest.signedText(manifest), signer, last));
            files.putAll(named);
            return new CompliancePack(files);
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be read, or is not as it was signed", e);
        }
    }

    /**
     * Writes the pack.
     *
     * @param out where to; stays open
     * @throws IOException where it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Returns the digest of what the pack says it holds, from which all its documents follow.
     *
     * @return SHA-256 of {@code manifest.json}, 64 hexadecimal digits
     */
    public String digest() {
        return sha256(files.getOrDefault(EvidenceArchive.MANIFEST, new byte[0]));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
