package org.holdfast.distribution;

import org.junit.jupiter.api.extension.ExtendWith;

/** Fewer hostile files into PostgreSQL, which is stricter about what a text may hold. */
@ExtendWith(PostgresDemo.class)
class PostgresHostileUploadIT extends HostileUploadPromises {
    PostgresHostileUploadIT(DemoServer server) {
        super(server, 2);
    }
}
