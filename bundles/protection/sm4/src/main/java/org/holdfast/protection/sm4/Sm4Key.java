package org.holdfast.protection.sm4;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.holdfast.api.protection.SuiteKey;
import org.holdfast.api.protection.TamperedRecordException;

/** An SM4 key. */
final class Sm4Key implements SuiteKey {
    private final KeyParameter key;
    private final ThreadLocal<GCMModeCipher> ciphers;

    Sm4Key(KeyParameter key, ThreadLocal<GCMModeCipher> ciphers) {
        this.key = key;
        this.ciphers = ciphers;
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] associated, byte[] plaintext) {
        try {
            return done(true, nonce, associated, plaintext);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing refused what only opening refuses", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] associated, byte[] sealed) {
        try {
            return done(false, nonce, associated, sealed);
        } catch (InvalidCipherTextException e) {
            TamperedRecordException refused = new TamperedRecordException("Not sealed by this key and nonce.");
            refused.initCause(e);
            throw refused;
        }
    }

    private byte[] done(boolean sealing, byte[] nonce, byte[] associated, byte[] input)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = ciphers.get();
        cipher.init(sealing, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, associated));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }
}
