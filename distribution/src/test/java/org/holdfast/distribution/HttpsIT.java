package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.holdfast.distribution.CommandLine.Outcome;
import org.holdfast.launcher.fixture.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installed server with a firm's certificate, as browsers, machines and its administrator meet it. */
class HttpsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STRANGERS = 40;

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static TestAuthority.Issued first;
    private static Map<String, String> settings;
    private static Path pem;
    private static Path key;
    private static int plainPort;
    private static int port;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private static CommandLine holdfast;
    private static Process server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        authority = TestAuthority.make(folder.resolve("authority"));
        first = authority.issue("first", 90);
        pem = folder.resolve("server.pem");
        key = folder.resolve("server.key");
        put(first);
        plainPort = DemoServer.freePort();
        port = DemoServer.freePort();
        settings = Map.of(
                "HOLDFAST_HTTP_HOST", "0.0.0.0",
                "HOLDFAST_HTTPS_PORT", String.valueOf(port),
                "HOLDFAST_HTTPS_CERTIFICATE_FILE", pem.toString(),
                "HOLDFAST_HTTPS_KEY_FILE", key.toString(),
                "HOLDFAST_HTTPS_CLIENT_CA", authority.certificates().toString(),
                "HOLDFAST_LIMITS_ADDRESS_PER_MINUTE", String.valueOf(STRANGERS));
        holdfast = new CommandLine(folder.resolve("data"), plainPort, settings);
        server = holdfast.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        assertThat(holdfast.run("stop", "--wait", "120").exitCode()).isZero();
        server.waitFor();
    }

    @Test
    void onlyTls13IsSpoken() throws Exception {
        HttpResponse<String> answer = get(authority.client(), "/health/live", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
        assertThatThrownBy(() -> shown("TLSv1.2")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void theCommandLineOfTheServersMachineWorksAsBefore() throws Exception {
        Outcome status = holdfast.run("status");
        assertThat(status.exitCode()).as(status.complained()).isZero();
        Outcome users = holdfast.run("user", "list", "--json");
        assertThat(users.exitCode()).as(users.complained()).isZero();
    }

    /** Asks over a connection that stays open; a server closes one over which nobody has asked for a while. */
    private static int answered(SSLSocket open) throws IOException {
        open.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = open.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        in.skipNBytes(Long.parseLong(length.group(1)));
        return Integer.parseInt(head.substring(9, 12));
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestartAndABrokenOneIsNot() throws Exception {
        TestAuthority.Issued second = authority.issue("second", 90);
        try (SSLSocket open = connected("TLSv1.3")) {
            Files.copy(second.pem(), pem, StandardCopyOption.REPLACE_EXISTING);

            Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(answered(open)).isEqualTo(200);
                assertThat(holdfast.run("status").said()).contains("holdfast doctor");
            });
            assertThat(shown("TLSv1.3")).as("the old one").isEqualTo(first.certificate());
            Outcome ill = holdfast.run("doctor");
            assertThat(answered(open)).isEqualTo(200);
            assertThat(ill.exitCode()).isEqualTo(1);
            assertThat(ill.said()).contains(key.toString(), "is not that of the certificate");

            Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(shown("TLSv1.3")).isEqualTo(second.certificate()));
            assertThat(answered(open)).as("over the connection from before").isEqualTo(200);
            assertThat(holdfast.run("status").said()).doesNotContain("holdfast doctor");
            assertThat(holdfast.run("doctor").exitCode()).isZero();
        } finally {
            put(first);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(shown("TLSv1.3")).isEqualTo(first.certificate()));
        }
    }

    @Test
    void aTokenCountsWithAClientCertificateOnlyAndPeopleNeedNone() throws Exception {
        String password = JSON.readTree(holdfast.run("user", "add", "guard", "--role", "securityAdmin", "--json")
                        .said())
                .path("oneTimePassword")
                .asText();
        Map<String, String> session = signedIn("guard", password);
        String chosen = "\"Zwei-Kraniche-am-See\"";
        HttpResponse<String> changed = send(
                authority.client(),
                "PUT",
                "/api/v1/session/password",
                "{\"currentPassword\":\"" + password + "\",\"newPassword\":" + chosen + "}",
                session);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        session.put("Cookie", cookie(changed));
        HttpResponse<String> made = send(
                authority.client(),
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"machine\",\"role\":\"integration\"}",
                session);
        String token = JSON.readTree(made.body()).path("token").asText();
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);

        HttpResponse<String> alone = get(authority.client(), "/api/v1/session", bearer);
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.body()).contains("/problems/client-certificate-required");
        HttpResponse<String> certified =
                get(authority.client(authority.issue("machine", 30)), "/api/v1/session", bearer);
        assertThat(certified.statusCode()).as(certified.body()).isEqualTo(200);
        TestAuthority stranger = TestAuthority.make(folder.resolve("stranger"));
        SSLContext foreign = authority.client(stranger.issue("machine", 30));
        // Of an authority that has the name of the server's, and another key: the server ends the handshake.
        assertThatThrownBy(() -> get(foreign, "/api/v1/session", bearer)).isInstanceOf(IOException.class);
    }

    @Test
    void whoComesByPlainHttpFromElsewhereIsSentToHttpsAndHandsOverNothing() throws Exception {
        Optional<String> here = ownAddress();
        assumeThat(here).as("an address that is not the loopback's").isPresent();
        URI plain = URI.create("http://" + here.get() + ":" + plainPort);
        HttpClient client = HttpClient.newHttpClient();

        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(plain.resolve("/people?x=1")).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location"))
                .hasValue("https://" + here.get() + ":" + port + "/people?x=1");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        HttpRequest logIn = HttpRequest.newBuilder(plain.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"admin\",\"password\":\"x\"}"))
                .build();
        HttpResponse<String> refused = client.send(logIn, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("/problems/https-required");
    }

    @Test
    void whoCallsTooOftenWithoutSigningOnIsToldHowLongToWaitAndOthersAreServed() throws Exception {
        Map<String, String> busy = Map.of("X-Forwarded-For", "203.0.113.9");
        HttpResponse<String> last = get(authority.client(), "/api/v1/languages", busy);
        for (int i = 0; i < 2 * STRANGERS && last.statusCode() == 200; i++) {
            last = get(authority.client(), "/api/v1/languages", busy);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("/problems/too-many-requests");
        // A call comes back every second and a half.
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 2L);
        assertThat(get(authority.client(), "/api/v1/languages", Map.of("X-Forwarded-For", "203.0.113.10"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(authority.client(), "/health/live", busy).statusCode()).isEqualTo(200);
        assertThat(get(authority.client(), "/", busy).statusCode()).isEqualTo(200);
    }

    @Test
    void aStartWithAKeyThatDoesNotFitEndsAndSaysWhatToDo() throws Exception {
        TestAuthority.Issued other = authority.issue("other", 90);
        Map<String, String> wrong = new HashMap<>(settings);
        wrong.put("HOLDFAST_HTTPS_KEY_FILE", other.key().toString());
        Path data = folder.resolve("elsewhere");

        Outcome ended = new CommandLine(data, DemoServer.freePort(), wrong).run("start");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.complained())
                .startsWith("holdfast: ")
                .contains(other.key().toString(), "is not that of the certificate");
        assertThat(data).as("nothing was begun").doesNotExist();
    }

    private static Map<String, String> signedIn(String username, String password) throws Exception {
        String body = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        HttpResponse<String> in = send(authority.client(), "POST", "/api/v1/session", body, Map.of());
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HttpOnly"));
        JsonNode answer = JSON.readTree(in.body());
        Map<String, String> headers = new HashMap<>();
        headers.put("Cookie", cookie(in));
        headers.put("X-CSRF-Token", answer.path("csrfToken").asText());
        return headers;
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static HttpResponse<String> get(SSLContext client, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(client, "GET", path, "", headers);
    }

    private static HttpResponse<String> send(
            SSLContext client, String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return HttpClient.newBuilder().sslContext(client).build().send(request.build(), BodyHandlers.ofString());
    }

    /** Returns the certificate that a new client gets to see. */
    private static Certificate shown(String protocol) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connected(protocol)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLSocket connected(String protocol) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) authority.client().getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    private static Optional<String> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private static void put(TestAuthority.Issued issued) throws IOException {
        for (Map.Entry<Path, Path> copy : List.of(Map.entry(issued.pem(), pem), Map.entry(issued.key(), key))) {
            Files.copy(copy.getKey(), copy.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
