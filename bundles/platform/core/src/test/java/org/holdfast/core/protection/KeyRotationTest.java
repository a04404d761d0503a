package org.holdfast.core.protection;

import javax.sql.DataSource;

class KeyRotationTest extends KeyRotationContract {
    @Override
    DataSource freshDatabase() {
        return KeySite.inMemory();
    }
}
