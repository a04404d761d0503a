package org.holdfast.core.protection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.SigningKeys;

/** The key that signs the audit log, sealed in a file beside it. Made at the first need. */
final class SealedSigningKey {
    private static final Subject SERVER = Subject.subsidiary(new UUID(0, 0));
    private static final Cell CELL = new Cell("audit", "signing_key", "1", 1);

    private final Path log;
    private final Vault vault;

    SealedSigningKey(Path log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    SigningKeys.Encoded open() {
        Path file = AuditFolder.keys(log).resolve("signing-key.sealed");
        try {
            return Files.exists(file) ? decoded(vault.open(SERVER, CELL, Files.readAllBytes(file))) : made(file);
        } catch (IOException e) {
            throw new AuditFailure("The key that signs the audit log cannot be read or written", e);
        }
    }

    private SigningKeys.Encoded made(Path file) throws IOException {
        vault.prepare(SERVER.subsidiaryId(), List.of());
        SigningKeys.Encoded key = SigningKeys.create();
        Files.createDirectories(AuditFolder.keys(log));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, vault.seal(SERVER, CELL, encoded(key)));
        // The public key first: a signature whose key nobody knows would be worse than a key that signed nothing.
        SigningKeys.publish(log, key.publicKey());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static byte[] encoded(SigningKeys.Encoded key) {
        return ByteBuffer.allocate(Integer.BYTES + key.privateKey().length + key.publicKey().length)
                .putInt(key.privateKey().length)
                .put(key.privateKey())
                .put(key.publicKey())
                .array();
    }

    private static SigningKeys.Encoded decoded(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        byte[] secret = new byte[buffer.getInt()];
        buffer.get(secret);
        byte[] open = new byte[buffer.remaining()];
        buffer.get(open);
        return new SigningKeys.Encoded(secret, open);
    }
}
