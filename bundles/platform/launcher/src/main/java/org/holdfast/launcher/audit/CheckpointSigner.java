package org.holdfast.launcher.audit;

/** Signs checkpoints. The private key is known to whoever implements this; the log sees signatures only. */
public interface CheckpointSigner {

    /**
     * Returns which key signs.
     *
     * @return the id under which its public key is found
     */
    String keyId();

    /**
     * Signs.
     *
     * @param text what to sign
     * @return the Ed25519 signature, 64 bytes
     */
    byte[] sign(byte[] text);
}
