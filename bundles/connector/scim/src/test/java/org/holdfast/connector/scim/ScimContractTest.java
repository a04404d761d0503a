package org.holdfast.connector.scim;

import java.nio.file.Path;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.testkit.connector.AccountSystemContract;
import org.holdfast.testkit.connector.FarAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ScimContractTest extends AccountSystemContract {
    private FirmService service;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        service = new FirmService(TestCertificate.make(folder, "service", true), true);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Override
    protected AccountSystem newSystem() {
        return new ScimAccountSystem();
    }

    @Override
    protected FarAccounts far() {
        return service;
    }
}
