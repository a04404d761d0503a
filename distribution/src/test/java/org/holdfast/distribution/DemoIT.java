package org.holdfast.distribution;

import org.junit.jupiter.api.extension.ExtendWith;

/** The demo on the embedded database. */
@ExtendWith(SharedDemo.class)
class DemoIT extends DemoPromises {
    DemoIT(DemoServer server) {
        super(server);
    }
}
