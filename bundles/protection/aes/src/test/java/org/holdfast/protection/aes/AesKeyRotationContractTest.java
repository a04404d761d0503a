package org.holdfast.protection.aes;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.KeyRotationContract;

class AesKeyRotationContractTest extends KeyRotationContract {
    @Override
    protected KeyRing newKeyRing() {
        return new AesKeyRing();
    }
}
