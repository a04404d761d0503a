package org.holdfast.core.protection;

import javax.sql.DataSource;

class ErasureInRotationTest extends ErasureInRotationContract {
    @Override
    DataSource freshDatabase() {
        return KeySite.inMemory();
    }
}
