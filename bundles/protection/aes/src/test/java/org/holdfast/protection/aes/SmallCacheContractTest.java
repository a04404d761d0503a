package org.holdfast.protection.aes;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.testkit.protection.KeyRingContract;

/** The same promises hold where nearly every key has to be unwrapped anew. */
class SmallCacheContractTest extends KeyRingContract {
    @Override
    protected KeyRing newKeyRing() {
        return new AesKeyRing(1);
    }
}
