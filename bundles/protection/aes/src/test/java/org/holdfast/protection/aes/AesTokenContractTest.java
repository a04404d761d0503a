package org.holdfast.protection.aes;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.TokenContract;

class AesTokenContractTest extends TokenContract {
    @Override
    protected KeyRing newKeyRing() {
        return new AesKeyRing();
    }
}
