package org.holdfast.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.launcher.start.DataDirectory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all test classes that ask for a {@link DemoServer} the same one, started at the first need: filling a demo takes a
 * minute. A class that changes it for good says so with a high {@code @Order}.
 */
abstract class SharedServer implements ParameterResolver {

    /** Starts the server. */
    abstract Running start() throws IOException;

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoServer.class;
    }

    @Override
    public final DemoServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .getOrComputeIfAbsent(Running.class, key -> started(), Running.class)
                .server();
    }

    private Running started() {
        try {
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A running server, ended after the last test.
     *
     * @param server the server
     * @param database ends what it keeps its data in
     */
    record Running(DemoServer server, Runnable database) implements AutoCloseable {

        static Path dataDirectory() throws IOException {
            return Files.createTempDirectory("holdfast-demo");
        }

        @Override
        public void close() throws IOException {
            Path data = server.data();
            server.close();
            database.run();
            DataDirectory.deleteTree(data);
        }
    }
}
