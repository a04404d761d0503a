package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.api.channel.Channel;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.ChannelMessage.Content;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.launcher.registry.BundleReport.State;
import org.holdfast.launcher.registry.Provided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleReference;

/** The channel of the vendor guide, as a bundle in the framework. */
class ChannelBundleTest {
    private static final Path SOURCE = Path.of(
            "../../../docs/vendor-guide/example-messenger/src/main/java/com/example/messenger/MessengerChannel.java");
    private static final String SERVER = "messenger.server";

    @TempDir
    Path home;

    @Test
    void aChannelThatWasDroppedInCarriesMessagesLeavesNoThreadAndIsGoneWithItsBundle() throws IOException {
        List<String> calls = new CopyOnWriteArrayList<>();
        HttpServer messenger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        messenger.createContext("/", call -> {
            calls.add(call.getRequestURI().getPath());
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        messenger.start();
        System.setProperty(SERVER, "http://localhost:" + messenger.getAddress().getPort() + "/");
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(bundle(), "messenger.jar");
            TestHost.awaits(Duration.ofSeconds(10), () -> channels(host).size() == 1);
            Channel channel = channels(host).get(0).service();

            assertThat(channel.code()).isEqualTo("messenger");
            assertThat(channel.accepts("u-100")).isTrue();
            assertThat(channel.send(message())).isEqualTo(DeliveryStatus.delivered());
            assertThat(calls).containsExactly("/users/u-100/messages");
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !thread.getName().startsWith(BundleCalls.THREAD_PREFIX))
                    // Bundles of other tests may have left some: that they do is what those tests are about.
                    .noneMatch(thread -> thread.getContextClassLoader() instanceof BundleReference of
                            && "acme.messenger".equals(of.getBundle().getSymbolicName()));
            assertThat(host.state("acme.messenger")).isEqualTo(State.ACTIVE);

            host.delete("messenger.jar");
            TestHost.awaits(Duration.ofSeconds(10), () -> channels(host).isEmpty());
        } finally {
            System.clearProperty(SERVER);
            messenger.stop(0);
        }
    }

    private static List<Provided<Channel>> channels(TestHost host) {
        return host.registry().all(Channel.class);
    }

    private static ChannelMessage message() {
        return new ChannelMessage(
                UUID.randomUUID(),
                "u-100",
                new Content(
                        "en", "Holdfast: 1 reminder", "Requests overdue: 1", URI.create("https://holdfast.example/")));
    }

    private static TestBundle bundle() throws IOException {
        return TestBundle.named("acme.messenger")
                .header("Provide-Capability", "holdfast.capability;capability=channel;code=messenger")
                .source(
                        "acme.MessengerChannel",
                        Files.readString(SOURCE).replace("package com.example.messenger;", "package acme;"));
    }
}
