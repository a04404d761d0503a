package org.holdfast.protection.sm4;

import java.util.Optional;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.protection.aes.AesKeyRing;

/** Key rings that find SM4-GCM. */
final class Rings {
    private Rings() {}

    static KeyRing withSm4() {
        CipherSuite suite = new Sm4Suite();
        KeyRing ring = new AesKeyRing();
        ring.suites(name -> Optional.of(suite).filter(offered -> offered.name().equals(name)));
        return ring;
    }
}
