package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.holdfast.distribution.CommandLine.Outcome;
import org.holdfast.testkit.protection.SoftToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installed server whose root key is in a PKCS#11 token. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class TokenIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private Path data;
    private SoftToken token;
    private CommandLine holdfast;

    @BeforeEach
    void install() throws IOException {
        data = home.resolve("data");
        token = SoftToken.in(home.resolve("softhsm"));
        Path pin = Files.writeString(home.resolve("pin"), SoftToken.PIN + "\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> environment = new HashMap<>(token.environment());
        environment.put("HOLDFAST_KEYS_ROOT", "pkcs11");
        environment.put("HOLDFAST_KEYS_TOKEN_LIBRARY", token.library().toString());
        environment.put("HOLDFAST_KEYS_TOKEN_SLOT", token.slot());
        environment.put("HOLDFAST_KEYS_TOKEN_PIN_FILE", pin.toString());
        holdfast = new CommandLine(data, freePort(), environment);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        holdfast.run("stop");
    }

    @Test
    @Tag("O20")
    void withoutItsTokenAnInstalledServerIsSealedAndOpensWhenTheTokenComesBack()
            throws IOException, InterruptedException {
        Process first = holdfast.start();
        JsonNode made = status(0);
        assertThat(made.path("state").asText()).isEqualTo("open");
        assertThat(made.at("/root/kind").asText()).isEqualTo("pkcs11");
        assertThat(data.resolve("keys").resolve("root.p12")).doesNotExist();

        Outcome rotated = holdfast.run("keys", "rotate", "root");
        assertThat(rotated.exitCode()).as(rotated.complained()).isZero();
        assertThat(rotated.said()).contains("in the token");
        String root = status(0).at("/root/id").asText();
        assertThat(root).isNotEqualTo(made.at("/root/id").asText());
        stopped(first);

        Outcome shares = holdfast.run("keys", "shares", home.resolve("shares").toString());
        assertThat(shares.exitCode()).isEqualTo(1);
        assertThat(shares.complained()).contains("cannot be split");
        assertThat(holdfast.run("doctor").said()).contains("The token lets us in");

        Path tokens = tokens();
        Path away = Files.move(tokens, home.resolve("away"));
        Outcome ill = holdfast.run("doctor");
        assertThat(ill.exitCode()).isEqualTo(1);
        assertThat(ill.said()).contains("The token with the root key is absent");
        Process second = holdfast.start();
        assertThat(status(1).path("state").asText()).isEqualTo("no-key");

        Files.move(away, tokens);
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> holdfast.run("keys", "status").exitCode() == 0);
        assertThat(status(0).at("/root/id").asText()).isEqualTo(root);
        stopped(second);
    }

    private void stopped(Process server) throws IOException, InterruptedException {
        assertThat(holdfast.run("stop").exitCode()).isZero();
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private JsonNode status(int exitCode) throws IOException, InterruptedException {
        Outcome status = holdfast.run("keys", "status", "--json");
        assertThat(status.exitCode()).as(status.complained()).isEqualTo(exitCode);
        return JSON.readTree(status.said());
    }

    private Path tokens() throws IOException {
        try (Stream<Path> inside = Files.list(token.folder())) {
            return inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
