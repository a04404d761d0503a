package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.holdfast.launcher.audit.ComplianceVerdict.Result;

/** Verifies a compliance pack from its file alone: every hash is computed again, and nothing is unpacked to a disk. */
public final class ComplianceVerifier {
    private static final String DOCUMENTS = "documents/";

    private ComplianceVerifier() {}

    /**
     * Returns whether a file looks like a compliance pack rather than an evidence pack.
     *
     * @param file the file
     * @return whether it holds documents
     * @throws IOException where it cannot be read
     */
    public static boolean recognises(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith(DOCUMENTS));
        } catch (java.util.zip.ZipException e) {
            return false;
        }
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
    public static ComplianceVerdict verify(Path file, Map<String, PublicKey> trusted) throws IOException {
        try (EvidenceArchive archive = EvidenceArchive.open(file, CompliancePack.SHAPE)) {
            PackStatements statements = new PackStatements(archive, Map.copyOf(trusted));
            byte[] bytes = archive.read(EvidenceArchive.MANIFEST);
            ComplianceManifest manifest = ComplianceManifest.parse(bytes);
            PackStatements.Log log = new PackStatements.Log(manifest.origin(), manifest.size(), manifest.root());
            PackStatements.Fault fault = statements.fault(ComplianceManifest.signedText(bytes), log);
            if (fault != null) {
                return new ComplianceVerdict(
                        Result.valueOf(fault.name()), 0, "", manifest.madeAt(), statements.signedBy());
            }
            return documents(archive, manifest, statements.signedBy());
        }
    }

    private static ComplianceVerdict documents(EvidenceArchive archive, ComplianceManifest manifest, String key)
            throws IOException {
        Set<String> there = new HashSet<>(archive.documents());
        long verified = 0;
        for (Map.Entry<String, String> expected : manifest.documents().entrySet()) {
            String name = expected.getKey();
            if (!there.remove(name)) {
                return new ComplianceVerdict(Result.REMOVED, verified, name, manifest.madeAt(), key);
            }
            if (!CompliancePack.sha256(archive.read(name)).equals(expected.getValue())) {
                return new ComplianceVerdict(Result.ALTERED, verified, name, manifest.madeAt(), key);
            }
            verified++;
        }
        String added = there.stream().sorted().findFirst().orElse("");
        Result result = added.isEmpty() ? Result.GENUINE : Result.ADDED;
        return new ComplianceVerdict(result, verified, added, manifest.madeAt(), key);
    }
}
