package org.holdfast.protection.aes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyRingState.Status;

/**
 * The file that holds the root key: a PKCS#12 key store (RFC 7292) with one AES-256 key, whose alias is
 * {@code root-} and the key's identity.
 */
final class RootKeyFile {
    private static final String ALIAS_PREFIX = "root-";
    /** A root key file has about 500 bytes; what is much larger is something else. */
    private static final long MOST_BYTES = 1 << 20;

    private final SecureRandom random = new SecureRandom();

    RootKey create(Path file, char[] passphrase) throws IOException, GeneralSecurityException {
        byte[] secret = new byte[Hierarchy.KEY_BYTES];
        byte[] id = new byte[16];
        random.nextBytes(secret);
        random.nextBytes(id);
        RootKey root = new RootKey(HexFormat.of().formatHex(id), new SecretKeySpec(secret, "AES"));
        Arrays.fill(secret, (byte) 0);
        char[] password = Passphrase.asPassword(passphrase);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setEntry(
                    ALIAS_PREFIX + root.identity(),
                    new KeyStore.SecretKeyEntry(root.secret()),
                    new KeyStore.PasswordProtection(password));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            OwnerOnlyFile.write(file, bytes.toByteArray());
            readBack(file, passphrase, root);
            return root;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A key that seals data and is not on the disk would be the end of that data. */
    private void readBack(Path file, char[] passphrase, RootKey root) throws IOException {
        try {
            if (load(file, passphrase).identity().equals(root.identity())) {
                return;
            }
        } catch (UnreadableKeyFile e) {
            throw new IOException("The root key file does not open after it was written", e);
        }
        throw new IOException("The root key file holds another key than was written");
    }

    /**
     * Reads a root key.
     *
     * @throws UnreadableKeyFile where there is none, it is damaged, or the passphrase does not fit
     */
    RootKey load(Path file, char[] passphrase) throws UnreadableKeyFile {
        byte[] bytes = read(file);
        if (!Der.isOneWholeSequence(bytes)) {
            throw new UnreadableKeyFile(
                    Status.DAMAGED, "The root key file is cut off or is no PKCS#12 file. Restore it from its backup.");
        }
        char[] password = Passphrase.asPassword(passphrase);
        // The key store's parser may fail on garbage in ways of its own; a task turns each of them into one kind.
        FutureTask<RootKey> task = new FutureTask<>(() -> parse(bytes, password));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw reasonOf(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableKeyFile(Status.LOCKED, "Opening the root key file was interrupted. Try again.");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static byte[] read(Path file) throws UnreadableKeyFile {
        if (Files.notExists(file)) {
            throw new UnreadableKeyFile(
                    Status.ABSENT,
                    "There is no root key file. Create one, or restore the one this data was sealed with.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableKeyFile(
                        Status.DAMAGED, "The root key file is far too large to be one. Restore it from its backup.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableKeyFile(
                    Status.DAMAGED,
                    "The root key file cannot be read. Check that it is a file and belongs to the server's account.");
        }
    }

    private static RootKey parse(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password);
        for (String alias : Collections.list(store.aliases())) {
            if (alias.startsWith(ALIAS_PREFIX) && store.getKey(alias, password) instanceof SecretKey secret) {
                String identity = alias.substring(ALIAS_PREFIX.length());
                byte[] encoded = secret.getEncoded();
                if (encoded.length == Hierarchy.KEY_BYTES && identity.matches("[0-9a-f]{32}")) {
                    return new RootKey(identity, new SecretKeySpec(encoded, "AES"));
                }
            }
        }
        throw new IOException("no root key");
    }

    /** A wrong passphrase fails the file's integrity check, as does a changed byte: the file does not tell which. */
    private static UnreadableKeyFile reasonOf(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException && cause.getCause() instanceof UnrecoverableKeyException) {
            return new UnreadableKeyFile(
                    Status.LOCKED,
                    "The passphrase does not open the root key file. If it is surely right, the file was altered: "
                            + "restore it from its backup.");
        }
        return new UnreadableKeyFile(
                Status.DAMAGED, "The root key file holds no root key that can be read. Restore it from its backup.");
    }

    /** Why no root key came out of a file. */
    static final class UnreadableKeyFile extends Exception {
        private static final long serialVersionUID = 1L;

        private final Status status;

        UnreadableKeyFile(Status status, String reason) {
            super(reason);
            this.status = status;
        }

        Status status() {
            return status;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
