package org.holdfast.distribution;

import java.io.IOException;
import java.util.Map;

/** The demo on the embedded database, with one subsidiary of SM4-GCM; the same for all classes that ask for it. */
final class SharedDemo extends SharedServer {
    private static final Map<String, String> SUITES = Map.of("HOLDFAST_KEYS_SUITES", "JL=SM4-GCM");

    @Override
    Running start() throws IOException {
        return new Running(DemoServer.start(Running.dataDirectory(), SUITES), () -> {});
    }
}
