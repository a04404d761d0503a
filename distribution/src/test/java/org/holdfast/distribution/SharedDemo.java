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
final class SharedDemo implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedDemo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoServer.class;
    }

    @Override
    public DemoServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .server();
    }

    private record Running(DemoServer server) implements AutoCloseable {

        static Running start() {
            try {
                return new Running(DemoServer.start(Files.createTempDirectory("holdfast-demo")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Path data = server.data();
            server.close();
            DataDirectory.deleteTree(data);
        }
    }
}
