package org.holdfast.protection.aes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.RootToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PKCS#11 token we are logged in to, through the SunPKCS11 provider of Java. Root keys in it are AES-256, sensitive and
 * not extractable; each is labelled with the key label, a hyphen and its identity.
 *
 * <p>What is asked of the token is {@code C_GenerateKey} with {@code CKM_AES_KEY_GEN} and encryption and decryption with
 * {@code CKM_AES_GCM}: the key wrap mechanisms of PKCS#11 are not offered by SunPKCS11 of Java 17.
 */
final class Pkcs11Token {
    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Token.class);
    private static final String IDENTITY = "[0-9a-f]{32}";

    private final RootToken place;
    private final Provider provider;
    private final KeyStore store;

    private Pkcs11Token(RootToken place, Provider provider, KeyStore store) {
        this.place = place;
        this.provider = provider;
        this.store = store;
    }

    /**
     * Logs in. The PIN is tried once, because tokens count wrong ones.
     *
     * @throws UnreadableRoot where library or token are not there, or the PIN is refused
     */
    static Pkcs11Token open(RootToken place, char[] pin) throws UnreadableRoot {
        if (!Files.exists(place.library())) {
            throw absent("The token's library " + place.library() + " is not there.");
        }
        if (!place.slot().matches("[0-9]*") || place.library().toString().matches("(?s).*[\"\\n].*")) {
            // Both become part of a text of settings for the provider.
            throw absent("The token's slot is no number, or its library's name holds a quotation mark.");
        }
        if (pin.length == 0) {
            throw new UnreadableRoot(Status.LOCKED, "The PIN of the token is empty.");
        }
        try {
            Provider provider = provider(place, "");
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return new Pkcs11Token(place, provider, store);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new UnreadableRoot(Status.LOCKED, "The token refuses the PIN (" + code(e) + ").")
                    : absent("The token cannot be read (" + code(e) + ").");
        } catch (GeneralSecurityException | ProviderException e) {
            throw absent("The token does not answer (" + code(e) + ").");
        }
    }

    private static UnreadableRoot absent(String reason) {
        return new UnreadableRoot(Status.ABSENT, reason);
    }

    private static Provider provider(RootToken place, String more) {
        Provider pattern = Security.getProvider("SunPKCS11");
        if (pattern == null) {
            throw new ProviderException("This Java has no SunPKCS11 provider");
        }
        String slot = place.slot().isEmpty() ? "slotListIndex = 0" : "slot = " + place.slot();
        // A name of its own each time: providers of one name are taken for the same.
        return pattern.configure(
                "--name = holdfast" + UUID.randomUUID().toString().replace("-", "") + "\nlibrary = \"" + place.library()
                        + "\"\n" + slot + "\n" + more);
    }

    /** Logs out, for the whole process: whoever comes next has to know the PIN. */
    static void leave(Provider provider) {
        if (provider instanceof AuthProvider token) {
            try {
                token.logout();
            } catch (LoginException | ProviderException e) {
                // A token that is gone has nobody logged in.
                LOG.debug("The token was not logged out of ({})", code(e));
            }
        }
    }

    Provider provider() {
        return provider;
    }

    /** Returns the identities of the root keys. */
    List<String> roots() throws UnreadableRoot {
        String before = place.keyLabel() + "-";
        List<String> roots = new ArrayList<>();
        try {
            for (String label : Collections.list(store.aliases())) {
                if (label.startsWith(before) && label.substring(before.length()).matches(IDENTITY)) {
                    roots.add(label.substring(before.length()));
                }
            }
            return roots;
        } catch (GeneralSecurityException | ProviderException e) {
            throw absent("The keys in the token cannot be listed (" + code(e) + ").");
        }
    }

    /** Returns a root key, whose secret stays where it is. */
    RootKey key(String identity) throws UnreadableRoot {
        try {
            Key key = store.getKey(label(identity), null);
            if (key instanceof SecretKey secret) {
                return new RootKey(identity, secret, RootKind.PKCS11, provider);
            }
            throw absent("The token holds no root key " + label(identity) + ".");
        } catch (GeneralSecurityException | ProviderException e) {
            throw absent("The root key cannot be had from the token (" + code(e) + ").");
        }
    }

    /**
     * Makes a root key in the token.
     *
     * @return its identity
     * @throws UnreadableRoot where the token does not make it, or makes one that could leave it
     */
    String create() throws UnreadableRoot {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        String identity = HexFormat.of().formatHex(id);
        try {
            // Logged in already: logins are the token's, not the provider's.
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider(place, attributes(identity)));
            generator.init(Hierarchy.KEY_BYTES * Byte.SIZE);
            SecretKey made = generator.generateKey();
            if (made.getEncoded() != null) {
                throw absent("The token made a key that can leave it, which is not used.");
            }
            store.load(null, null);
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw absent("The token did not make a key (" + code(e) + ").");
        }
        return identity;
    }

    private String attributes(String identity) {
        String label = HexFormat.of().formatHex(label(identity).getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\n",
                "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {",
                "CKA_TOKEN = true",
                "CKA_PRIVATE = true",
                "CKA_SENSITIVE = true",
                "CKA_EXTRACTABLE = false",
                "CKA_MODIFIABLE = false",
                "CKA_ENCRYPT = true",
                "CKA_DECRYPT = true",
                "CKA_WRAP = false",
                "CKA_UNWRAP = false",
                "CKA_ID = 0h" + identity,
                "CKA_LABEL = 0h" + label,
                "}",
                "");
    }

    private String label(String identity) {
        return place.keyLabel() + "-" + identity;
    }

    /** Returns what PKCS#11 calls the failure, such as {@code CKR_PIN_LOCKED}: the innermost words there are. */
    private static String code(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage());
    }
}
