package org.holdfast.connector.ldap;

import java.nio.file.Path;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.testkit.connector.AccountSystemContract;
import org.holdfast.testkit.connector.FarAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LdapContractTest extends AccountSystemContract {
    private FirmDirectory directory;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        directory = FirmDirectory.ldaps(TestCertificate.make(folder, "directory", true));
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Override
    protected AccountSystem newSystem() {
        return new LdapAccountSystem();
    }

    @Override
    protected FarAccounts far() {
        return directory;
    }
}
