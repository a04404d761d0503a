package org.holdfast.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.holdfast.api.channel.Channel;
import org.holdfast.testkit.example.ExampleSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.annotations.Component;

/** The channel of the vendor guide, with the server of its own test, keeps what a channel must keep. */
class VendorChannelTest extends ChannelContract {
    private static final Path EXAMPLE = Path.of("../../../docs/vendor-guide/example-messenger");
    private static final Path CLASSES = Path.of("target/example-messenger/classes");

    private static URLClassLoader bundle;
    private FarSide server;

    @BeforeAll
    static void build() throws IOException {
        ExampleSources.compile(
                List.of(EXAMPLE.resolve("src/main/java"), EXAMPLE.resolve("src/test/java")),
                CLASSES,
                Channel.class,
                Component.class,
                ChannelContract.class,
                Test.class,
                Assertions.class,
                org.apiguardian.api.API.class);
        bundle = new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, VendorChannelTest.class.getClassLoader());
    }

    @BeforeEach
    void start() throws ReflectiveOperationException {
        server = (FarSide) bundle.loadClass("com.example.messenger.MessengerServer")
                .getDeclaredConstructor()
                .newInstance();
    }

    @AfterEach
    void stop() throws Exception {
        ((AutoCloseable) server).close();
    }

    @Override
    protected Channel newChannel() {
        try {
            URI address = (URI) server.getClass().getMethod("address").invoke(server);
            Constructor<?> maker = bundle.loadClass("com.example.messenger.MessengerChannel")
                    .getDeclaredConstructor(URI.class, String.class);
            maker.setAccessible(true);
            return (Channel) maker.newInstance(address, "token");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The example's channel cannot be made", e);
        }
    }

    @Override
    protected FarSide farSide() {
        return server;
    }

    @Override
    protected String address() {
        return "u-100";
    }

    @Test
    void itsManifestSaysThatItIsAChannelAndReadsNoData() throws IOException {
        assertThat(Files.readString(EXAMPLE.resolve("bnd.bnd")))
                .contains("holdfast.capability;capability=channel;code="
                        + newChannel().code())
                .doesNotContain("holdfast.data");
    }
}
