package org.holdfast.protection.aes;

import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.SuiteKey;
import org.holdfast.api.protection.TamperedRecordException;

/** A key of a cipher suite that another bundle offers. */
final class SuiteSealingKey extends SealingKey {
    private final SuiteKey key;

    SuiteSealingKey(long id, byte suite, SuiteKey key) {
        super(id, suite, 0);
        this.key = key;
    }

    @Override
    void seal(Cipher bench, byte[] associated, byte[] plaintext, byte[] sealed) {
        byte[] body = key.seal(nonce(sealed), associated, plaintext);
        if (body.length != sealed.length - FieldSealer.START) {
            // What could not be opened must not be stored.
            throw new KeyRingSealedException("The bundle of cipher suite " + suite()
                    + " made a seal of a wrong length: it is not used. Replace the bundle.");
        }
        System.arraycopy(body, 0, sealed, FieldSealer.START, body.length);
    }

    @Override
    byte[] open(Cipher bench, byte[] associated, byte[] sealed) throws AEADBadTagException {
        try {
            return key.open(nonce(sealed), associated, Arrays.copyOfRange(sealed, FieldSealer.START, sealed.length));
        } catch (TamperedRecordException e) {
            AEADBadTagException refused = new AEADBadTagException("not sealed by this key");
            refused.initCause(e);
            throw refused;
        }
    }

    private static byte[] nonce(byte[] sealed) {
        return Arrays.copyOfRange(sealed, FieldSealer.HEADER_BYTES, FieldSealer.START);
    }
}
