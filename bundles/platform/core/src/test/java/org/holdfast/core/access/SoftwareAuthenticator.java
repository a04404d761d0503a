package org.holdfast.core.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device with one passkey, and the browser before it: written from WebAuthn Level 3, not with the library that the product
 * reads it with. Every part of what it says can be set wrong.
 */
final class SoftwareAuthenticator {
    private static final ObjectMapper CBOR = new CBORMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String algorithm;
    private final KeyPair keys;
    private final byte[] id = new byte[32];

    String origin = "https://localhost";
    String rpId = "localhost";
    String userHandle = "";
    boolean verified = true;
    int count = 1;

    SoftwareAuthenticator(String algorithm) {
        this.algorithm = algorithm;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    switch (algorithm) {
                        case "ES256" -> "EC";
                        case "EdDSA" -> "Ed25519";
                        default -> "RSA";
                    });
            if (!"EdDSA".equals(algorithm)) {
                generator.initialize("ES256".equals(algorithm) ? 256 : 2048);
            }
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the passkey: the body of a confirmation. */
    String make(String name, String challenge) {
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", authenticatorData(true));
        return json(Map.of(
                "name",
                name,
                "clientData",
                text(clientData("webauthn.create", challenge)),
                "attestation",
                text(cbor(attestation))));
    }

    /** Signs a challenge: what stands under {@code passkey} in a body. */
    String sign(String challenge) {
        byte[] device = authenticatorData(false);
        byte[] client = clientData("webauthn.get", challenge);
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("credentialId", text(id));
        parts.put("clientData", text(client));
        parts.put("authenticatorData", text(device));
        parts.put("signature", text(signature(joined(device, sha256(client)))));
        parts.put("userHandle", userHandle);
        return json(parts);
    }

    private byte[] authenticatorData(boolean making) {
        int flags = 0x01 | (verified ? 0x04 : 0) | (making ? 0x40 : 0);
        byte[] head = ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
        if (!making) {
            return head;
        }
        byte[] credential = ByteBuffer.allocate(18 + id.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .array();
        return joined(head, joined(credential, cbor(publicKey())));
    }

    private Map<Integer, Object> publicKey() {
        Map<Integer, Object> key = new LinkedHashMap<>();
        if (keys.getPublic() instanceof ECPublicKey ec) {
            key.put(1, 2);
            key.put(3, -7);
            key.put(-1, 1);
            key.put(-2, unsigned(ec.getW().getAffineX(), 32));
            key.put(-3, unsigned(ec.getW().getAffineY(), 32));
        } else if (keys.getPublic() instanceof RSAPublicKey rsa) {
            key.put(1, 3);
            key.put(3, -257);
            key.put(-1, unsigned(rsa.getModulus(), 256));
            key.put(-2, unsigned(rsa.getPublicExponent(), 3));
        } else if (keys.getPublic() instanceof EdECPublicKey edwards) {
            key.put(1, 1);
            key.put(3, -8);
            key.put(-1, 6);
            byte[] encoded = edwards.getEncoded();
            key.put(-2, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        }
        return key;
    }

    private byte[] clientData(String type, String challenge) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", type);
        said.put("challenge", challenge);
        said.put("origin", origin);
        said.put("crossOrigin", false);
        return json(said).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] data) {
        try {
            Signature signing = Signature.getInstance(
                    switch (algorithm) {
                        case "ES256" -> "SHA256withECDSA";
                        case "EdDSA" -> "Ed25519";
                        default -> "SHA256withRSA";
                    });
            signing.initSign(keys.getPrivate());
            signing.update(data);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] out = new byte[length];
        int taken = Math.min(length, signed.length);
        System.arraycopy(signed, signed.length - taken, out, length - taken, taken);
        return out;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] cbor(Object value) {
        try {
            return CBOR.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
