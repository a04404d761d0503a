package org.holdfast.protection.aes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RootKind;

/** The file that holds the root key, written with Argon2id, read with what it was written with. */
final class RootKeyFile {
    /** A root key file has some hundred bytes; what is much larger is something else. */
    private static final long MOST_BYTES = 1 << 20;

    private final SecureRandom random = new SecureRandom();

    RootKey create(Path file, char[] passphrase) throws IOException {
        byte[] secret = new byte[Hierarchy.KEY_BYTES];
        byte[] id = new byte[16];
        random.nextBytes(secret);
        random.nextBytes(id);
        String identity = HexFormat.of().formatHex(id);
        RootKey root = new RootKey(identity, new SecretKeySpec(secret, "AES"), RootKind.ARGON2ID, null);
        Argon2RootFile sealed = Argon2RootFile.seal(identity, secret, passphrase, Argon2Parameters.STANDARD);
        Arrays.fill(secret, (byte) 0);
        OwnerOnlyFile.write(file, sealed.bytes());
        readBack(file, passphrase, root);
        return root;
    }

    /** A key that seals data and is not on the disk would be the end of that data. */
    private static void readBack(Path file, char[] passphrase, RootKey root) throws IOException {
        try {
            if (load(file, passphrase).secret().equals(root.secret())) {
                return;
            }
        } catch (UnreadableRoot e) {
            throw new IOException("The root key file does not open after it was written", e);
        }
        throw new IOException("The root key file holds another key than was written");
    }

    /**
     * Reads a root key.
     *
     * @throws UnreadableRoot where there is none, it is damaged, or the passphrase does not fit
     */
    static RootKey load(Path file, char[] passphrase) throws UnreadableRoot {
        byte[] bytes = read(file);
        return Argon2RootFile.isMeant(bytes)
                ? Argon2RootFile.of(bytes).open(passphrase)
                : Pkcs12RootFile.open(bytes, passphrase);
    }

    private static byte[] read(Path file) throws UnreadableRoot {
        if (Files.notExists(file)) {
            throw new UnreadableRoot(
                    Status.ABSENT,
                    "There is no root key file. Create one, or restore the one this data was sealed with.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableRoot(
                        Status.DAMAGED, "The root key file is far too large to be one. Restore it from its backup.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableRoot(
                    Status.DAMAGED,
                    "The root key file cannot be read. Check that it is a file and belongs to the server's account.");
        }
    }
}
