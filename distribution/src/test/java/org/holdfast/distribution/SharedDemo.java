package org.holdfast.distribution;

import java.io.IOException;

/** The demo on the embedded database, the same for all classes that ask for it. */
final class SharedDemo extends SharedServer {

    @Override
    Running start() throws IOException {
        return new Running(DemoServer.start(Running.dataDirectory()), () -> {});
    }
}
