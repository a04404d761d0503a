package org.holdfast.protection.sm4;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.KeyRingContract;

/** What a key ring promises holds for subsidiaries whose keys are of SM4-GCM, too. */
class Sm4KeyRingContractTest extends KeyRingContract {
    @Override
    protected KeyRing newKeyRing() {
        return Rings.withSm4();
    }

    @Override
    protected String suite() {
        return "SM4-GCM";
    }
}
