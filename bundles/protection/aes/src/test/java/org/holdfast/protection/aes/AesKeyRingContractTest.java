package org.holdfast.protection.aes;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.KeyRingContract;

class AesKeyRingContractTest extends KeyRingContract {
    @Override
    protected KeyRing newKeyRing() {
        return new AesKeyRing();
    }
}
