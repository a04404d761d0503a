package org.holdfast.distribution;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/** A kill in the middle of an import into PostgreSQL. Signs everybody off, so it comes late. */
@ExtendWith(PostgresDemo.class)
@Order(Integer.MAX_VALUE - 11)
class PostgresKilledImportIT extends KilledImportPromises {
    PostgresKilledImportIT(DemoServer server) {
        super(server);
    }
}
