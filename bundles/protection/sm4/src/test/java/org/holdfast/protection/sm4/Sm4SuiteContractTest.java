package org.holdfast.protection.sm4;

import org.holdfast.api.protection.CipherSuite;
import org.holdfast.testkit.protection.CipherSuiteContract;

class Sm4SuiteContractTest extends CipherSuiteContract {
    @Override
    protected CipherSuite newSuite() {
        return new Sm4Suite();
    }
}
