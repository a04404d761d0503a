package org.holdfast.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** A zip with a manifest in it that names every file with its digest. Readable by its owner only. */
final class BackupFile {
    private static final String MANIFEST = "manifest.json";
    private static final long LARGEST_MANIFEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final BackupManifest manifest;

    private BackupFile(Path path, BackupManifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    BackupManifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /** Writes a file, which appears under its name only once it is whole. */
    static BackupFile write(Path path, BackupKind kind, String database, Instant createdAt, Map<String, Path> files)
            throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".part");
        DataDirectory.writePrivate(unfinished, "");
        List<BackupManifest.Entry> entries = new ArrayList<>();
        BackupManifest manifest;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                entries.add(add(zip, file.getKey(), file.getValue()));
            }
            manifest = BackupManifest.of(kind, database, createdAt, entries);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        return new BackupFile(path, manifest);
    }

    private static BackupManifest.Entry add(ZipOutputStream zip, String name, Path file) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file)) {
            long bytes = in.transferTo(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            return new BackupManifest.Entry(name, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Reads what a file says about itself. */
    static BackupFile read(Path path) {
        if (!Files.isReadable(path)) {
            throw new StartFailure("failure.file", path);
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
                throw new StartFailure("failure.noBackup", path);
            }
            BackupManifest manifest;
            try (InputStream in = zip.getInputStream(entry)) {
                manifest = JSON.readValue(in, BackupManifest.class);
            }
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new StartFailure("failure.backupFormat", path, manifest.format());
            }
            manifest.created();
            return new BackupFile(path, manifest);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new StartFailure(e, "failure.noBackup", path);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.noBackup", path);
        }
    }

    /**
     * Unpacks the file, while every digest is compared.
     *
     * @param folder where to, an empty folder
     * @throws StartFailure where a file was changed, is absent or was added
     */
    void extract(Path folder) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Set<String> names = new TreeSet<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            names.remove(MANIFEST);
            for (BackupManifest.Entry entry : manifest.entries()) {
                names.remove(entry.name());
                extract(zip, entry, folder);
            }
            if (!names.isEmpty()) {
                throw damaged(names.iterator().next());
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.backupDamaged", path, "");
        }
    }

    private void extract(ZipFile zip, BackupManifest.Entry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.name()).normalize();
        ZipEntry packed = zip.getEntry(entry.name());
        if (packed == null || !target.startsWith(folder)) {
            throw damaged(entry.name());
        }
        Files.createDirectories(target.getParent());
        MessageDigest digest = sha256();
        try (InputStream in = zip.getInputStream(packed);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(entry.name());
        }
    }

    private StartFailure damaged(String name) {
        return new StartFailure("failure.backupDamaged", path, name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
