package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.config.Configuration;

/**
 * Replaces the root key of a running server: a new file lies beside the old one until nothing is wrapped by the old one any
 * more; a key in a token is new there, and the old one stays in it. Every step can be repeated after a kill.
 */
public final class RootSuccession {
    private final RootKeyFiles files;
    private final TokenRoots token;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     */
    public RootSuccession(Configuration configuration) {
        this.files = new RootKeyFiles(configuration);
        this.token = new TokenRoots(configuration);
    }

    /**
     * Makes the new root key where the settings want it, or opens the file that was made before a kill. A key that was made
     * in a token just before a kill stays there unused: nobody could tell it from former ones. The ring wraps by it from now on.
     *
     * @param ring the open ring
     * @return identity of the new root key
     * @throws HoldfastException where a file lies there that does not open, or a new one cannot be written
     */
    public String begin(KeyRing ring) {
        if (Files.exists(files.nextKey())) {
            return reopenFile(ring);
        }
        if (token.access().wanted()) {
            return reopenInToken(ring, token.create(ring));
        }
        char[] passphrase = files.passphraseOfNext()
                .orElseThrow(() -> new HoldfastException(
                        RootKeyError.PASSPHRASE_ABSENT,
                        "The passphrase file " + files.passphrase() + " is absent: put it there, and rotate again."));
        return ring.createNext(files.nextKey(), passphrase);
    }

    /**
     * Opens the new root key that was made before. The ring wraps by it from now on.
     *
     * @param ring the open ring
     * @param root its identity
     * @throws HoldfastException where it does not open
     */
    public void reopen(KeyRing ring, String root) {
        if (Files.exists(files.nextKey()) || !token.access().named()) {
            reopenFile(ring);
        } else {
            reopenInToken(ring, root);
        }
    }

    private String reopenInToken(KeyRing ring, String root) {
        token.unlockNext(ring, root).ifPresent(refused -> {
            throw new HoldfastException(RootKeyError.TOKEN_KEY_CLOSED, refused.toString());
        });
        return root;
    }

    private String reopenFile(KeyRing ring) {
        KeyRingState state = files.open(passphrase -> ring.unlockNext(files.nextKey(), passphrase));
        if (state.status() != KeyRingState.Status.OPEN) {
            throw new HoldfastException(
                    RootKeyError.NEXT_KEY_FILE_CLOSED,
                    files.nextKey() + " lies in the place of the new root key file and does not open. Put it back from "
                            + "its backup, or away if no rotation of the root key was begun, and rotate again.");
        }
        List<String> roots = ring.roots();
        return roots.get(roots.size() - 1);
    }

    /**
     * Puts the new root key file, and its passphrase where it has one of its own, in the place of the former; where the new
     * root key is in a token, the former file is put away. To be called when nothing is wrapped by the former any more.
     *
     * @param ring the open ring
     * @param former identity of the former root key
     * @throws HoldfastException where a file cannot be moved
     */
    public void finish(KeyRing ring, String former) {
        List<String> roots = ring.roots();
        try {
            if (isInToken(ring, roots.get(roots.size() - 1))) {
                if (!isInToken(ring, former)) {
                    files.putKeyAway(former);
                }
                return;
            }
            files.putNextKey(former);
            // Only what opens the new file follows it: a passphrase laid there later must not lock the server.
            if (Files.exists(files.nextPassphrase()) && opensWithNextPassphrase(ring)) {
                files.putNextPassphrase(former);
            }
        } catch (IOException e) {
            throw new HoldfastException(
                    RootKeyError.KEY_FILE_NOT_REPLACED,
                    files.nextKey() + " cannot take the place of " + files.key()
                            + ". Check owner, rights and free space of the folder, and rotate again.",
                    e);
        }
    }

    private static boolean isInToken(KeyRing ring, String root) {
        return ring.kindOf(root).filter(RootKind.PKCS11::equals).isPresent();
    }

    private boolean opensWithNextPassphrase(KeyRing ring) {
        return files.passphraseOfNext()
                .filter(passphrase -> ring.unlockNext(files.key(), passphrase).status() == KeyRingState.Status.OPEN)
                .isPresent();
    }
}
