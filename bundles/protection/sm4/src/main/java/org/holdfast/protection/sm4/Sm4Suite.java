package org.holdfast.protection.sm4;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.SuiteKey;
import org.osgi.service.component.annotations.Component;

/**
 * SM4 (GB/T 32907-2016) in Galois/Counter Mode, as RFC 8998 has it for TLS, with HMAC over SM3 (GB/T 32905-2016). Keys have
 * 128 bits. Safe for use from many threads: each has a cipher of its own.
 */
@Component(service = CipherSuite.class, immediate = true)
public final class Sm4Suite implements CipherSuite {
    private static final byte CODE = 2;
    private static final int KEY_BYTES = 16;

    private final ThreadLocal<GCMModeCipher> ciphers =
            ThreadLocal.withInitial(() -> GCMBlockCipher.newInstance(new SM4Engine()));
    private final ThreadLocal<HMac> macs = ThreadLocal.withInitial(() -> new HMac(new SM3Digest()));

    /** Creates the suite. */
    public Sm4Suite() {
        // For the framework.
    }

    @Override
    public String name() {
        return "SM4-GCM";
    }

    @Override
    public byte code() {
        return CODE;
    }

    @Override
    public int keyBytes() {
        return KEY_BYTES;
    }

    @Override
    public SuiteKey key(byte[] secret) {
        return new Sm4Key(new KeyParameter(secret), ciphers);
    }

    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        HMac mac = macs.get();
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }
}
