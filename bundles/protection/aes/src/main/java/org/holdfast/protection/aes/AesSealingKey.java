package org.holdfast.protection.aes;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.holdfast.api.protection.KeyRingSealedException;
import org.jspecify.annotations.Nullable;

/** An AES-256 key (NIST SP 800-38D), in memory, or a root key in a token. */
final class AesSealingKey extends SealingKey {
    static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKey secret;
    private final @Nullable Provider token;
    private volatile boolean lost;

    AesSealingKey(long id, SecretKey secret) {
        this(id, secret, 0);
    }

    AesSealingKey(long id, SecretKey secret, long seals) {
        super(id, Suite.AES, seals);
        this.secret = secret;
        this.token = null;
    }

    /** Takes a root key, which may be the handle of one in a token. */
    AesSealingKey(long id, RootKey root) {
        super(id, Suite.AES, 0);
        this.secret = root.secret();
        this.token = root.token();
    }

    @Override
    void seal(Cipher bench, byte[] associated, byte[] plaintext, byte[] sealed) {
        try {
            Cipher cipher = cipher(bench);
            cipher.init(Cipher.ENCRYPT_MODE, secret, parameters(sealed));
            cipher.updateAAD(associated);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, FieldSealer.START);
        } catch (GeneralSecurityException | ProviderException e) {
            throw refusal(e);
        }
    }

    @Override
    byte[] open(Cipher bench, byte[] associated, byte[] sealed) throws AEADBadTagException {
        try {
            Cipher cipher = cipher(bench);
            cipher.init(Cipher.DECRYPT_MODE, secret, parameters(sealed));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, FieldSealer.START, sealed.length - FieldSealer.START);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException | ProviderException e) {
            throw refusal(e);
        }
    }

    /** Returns by what the key is used where it is in a token; null where it is in memory. */
    @Nullable
    Provider token() {
        return token;
    }

    /** Tells whether the token with the key has gone. */
    boolean lost() {
        return lost;
    }

    /** A key in a token is used by the token's provider, with a cipher of its own: rarely, and for keys alone. */
    private Cipher cipher(Cipher bench) throws GeneralSecurityException {
        return token == null ? bench : Cipher.getInstance(CIPHER, token);
    }

    private static GCMParameterSpec parameters(byte[] sealed) {
        return new GCMParameterSpec(
                FieldSealer.TAG_BYTES * 8, sealed, FieldSealer.HEADER_BYTES, FieldSealer.NONCE_BYTES);
    }

    /** Says what a failure means: the token with the key is gone, or this Java cannot do what every Java can. */
    private RuntimeException refusal(Exception failure) {
        if (token == null) {
            return new IllegalStateException("AES/GCM refused; check the security providers of this Java", failure);
        }
        lost = true;
        KeyRingSealedException sealed = new KeyRingSealedException(Hierarchy.TOKEN_LOST);
        sealed.initCause(failure);
        return sealed;
    }
}
