package org.holdfast.protection.aes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RootKind;

/**
 * Root key files as they were written before Argon2id, and as other tools write them: a PKCS#12 key store (RFC 7292) with one AES-256 key, whose alias is {@code root-} and the key's identity. Its passphrase goes through PBKDF2, which
 * is cheap to guess on graphics cards; so it is only read here.
 */
final class Pkcs12RootFile {
    private static final String ALIAS_PREFIX = "root-";

    private Pkcs12RootFile() {}

    /**
     * Opens the root key.
     *
     * @throws UnreadableRoot where it is damaged, or the passphrase does not fit
     */
    static RootKey open(byte[] bytes, char[] passphrase) throws UnreadableRoot {
        if (!Der.isOneWholeSequence(bytes)) {
            throw new UnreadableRoot(
                    Status.DAMAGED, "The root key file is cut off or is none. Restore it from its backup.");
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
            throw new UnreadableRoot(Status.LOCKED, "Opening the root key file was interrupted. Try again.");
        } finally {
            Arrays.fill(password, '\0');
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
                    return new RootKey(identity, new SecretKeySpec(encoded, "AES"), RootKind.PKCS12, null);
                }
            }
        }
        throw new IOException("no root key");
    }

    /** A wrong passphrase fails the file's integrity check, as does a changed byte: the file does not tell which. */
    private static UnreadableRoot reasonOf(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException && cause.getCause() instanceof UnrecoverableKeyException) {
            return new UnreadableRoot(
                    Status.LOCKED,
                    "The passphrase does not open the root key file. If it is surely right, the file was altered: "
                            + "restore it from its backup.");
        }
        return new UnreadableRoot(
                Status.DAMAGED, "The root key file holds no root key that can be read. Restore it from its backup.");
    }
}
