package org.holdfast.launcher.keys;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.holdfast.launcher.database.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the store of wrapped keys. */
public final class KeyStoreAccess {
    private KeyStoreAccess() {}

    /**
     * Returns a source of connections.
     *
     * @param address the store
     * @return pooled for the embedded database; plain for PostgreSQL, where keys are read once and then cached
     */
    public static DataSource of(DatabaseAddress address) {
        if (address.isEmbedded()) {
            return JdbcConnectionPool.create(address.url(), address.user(), address.password());
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }
}
