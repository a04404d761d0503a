package org.holdfast.distribution;

import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand hostile files and more, into the embedded database. */
@ExtendWith(SharedDemo.class)
class HostileUploadIT extends HostileUploadPromises {
    HostileUploadIT(DemoServer server) {
        super(server, 46);
    }
}
