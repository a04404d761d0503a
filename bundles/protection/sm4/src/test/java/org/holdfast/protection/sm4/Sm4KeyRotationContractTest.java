package org.holdfast.protection.sm4;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.KeyRotationContract;

/** What a key ring promises holds for subsidiaries whose keys are of SM4-GCM, too. */
class Sm4KeyRotationContractTest extends KeyRotationContract {
    @Override
    protected KeyRing newKeyRing() {
        return Rings.withSm4();
    }

    @Override
    protected String suite() {
        return "SM4-GCM";
    }
}
