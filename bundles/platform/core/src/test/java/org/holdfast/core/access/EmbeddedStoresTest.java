package org.holdfast.core.access;

import javax.sql.DataSource;

class EmbeddedStoresTest extends StoresContract {

    @Override
    DataSource freshDatabase() {
        return AccessWorld.inMemory();
    }
}
