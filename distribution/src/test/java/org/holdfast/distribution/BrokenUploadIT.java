package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads that go wrong on their way: each has a clear result, and none leaves anything behind. */
@ExtendWith(SharedDemo.class)
@Tag("O20")
class BrokenUploadIT {
    private static final int MEBIBYTE = 1 << 20;

    private final DemoServer server;
    private final ServerLog log;

    BrokenUploadIT(DemoServer server) {
        this.server = server;
        this.log = new ServerLog(server.data());
    }

    @Test
    void aConnectionThatBreaksOffLeavesNothingBehind() throws IOException {
        JsonNode before = new Uploads(server).get("/api/v1/imports");

        try (Socket socket = upload(50L * MEBIBYTE)) {
            socket.getOutputStream().write(part(3 * MEBIBYTE));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() > 0);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> spooled() == 0);
        assertThat(new Uploads(server).get("/api/v1/imports").path("total")).isEqualTo(before.path("total"));
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void aFileOnItsWayLiesNowhereReadable() throws IOException {
        try (Socket socket = upload(50L * MEBIBYTE)) {
            socket.getOutputStream().write(part(3 * MEBIBYTE));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() > 2 * MEBIBYTE);

            Thief thief = new Thief(new Needles().text(LargeFiles.CANARY)).files(server.data());

            thief.assertNothingFound();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> spooled() == 0);
    }

    @Test
    void aFormThatEndsTooEarlyIsRefused() {
        byte[] form = Uploads.body("employees.csv", "employee_no,name\nE1,Name\n".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer = new Uploads(server).send(Arrays.copyOf(form, form.length - 20));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Uploads.parsed(answer).path("type").asText()).isEqualTo("/problems/upload-broken-off");
        assertThat(spooled()).isZero();
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        byte[] form = ("--" + Uploads.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\ntrue\r\n--"
                        + Uploads.BOUNDARY + "--\r\n")
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = new Uploads(server).send(form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Uploads.parsed(answer).path("errors").get(0).path("field").asText())
                .isEqualTo("file");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket = upload(9L << 30)) {
            socket.setSoTimeout(20_000);
            assertThat(statusLine(socket.getInputStream())).contains(" 413");
        }
        byte[] signals = ("{\"items\":[" + " ".repeat(9 * MEBIBYTE) + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(new Uploads(server).sendJson("/api/v1/signals", signals).statusCode())
                .isEqualTo(413);
        assertThat(server.anonymous("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void theSameFileTwiceAtTheSameTimeIsTakenOnce() {
        LargeFiles files = new LargeFiles(5_000, 5_000);
        Uploads uploads = new Uploads(server);
        uploads.imported("subsidiaries.csv", files.subsidiaries("TWICE"));
        uploads.imported("departments.csv", files.departments("TWICE"));

        assertTakenOnce("employees.csv", files.employees("TWICE"), files.people());
        assertTakenOnce("signals.csv", files.signals("TWICE"), files.signals());
        assertThat(log.errors()).isEmpty();
    }

    private void assertTakenOnce(String name, byte[] file, int rows) {
        Uploads uploads = new Uploads(server);
        CompletableFuture<JsonNode> one = CompletableFuture.supplyAsync(() -> uploads.imported(name, file));
        JsonNode other = uploads.imported(name, file);

        for (JsonNode ended : new JsonNode[] {one.join(), other}) {
            assertThat(ended.path("state").asText()).isEqualTo("done");
            assertThat(ended.path("rejected").asInt()).isZero();
        }
        assertThat(one.join().path("accepted").asInt() + other.path("accepted").asInt())
                .isEqualTo(rows);
        assertThat(one.join().path("unchanged").asInt()
                        + other.path("unchanged").asInt())
                .isEqualTo(rows);
    }

    /** Begins an upload of so many bytes, of which none of the body has been sent. */
    private Socket upload(long length) throws IOException {
        Uploads uploads = new Uploads(server);
        URI address = URI.create(uploads.server().address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        OutputStream out = socket.getOutputStream();
        String head = "POST /api/v1/imports HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                + uploads.server().token() + "\r\nContent-Type: multipart/form-data; boundary=" + Uploads.BOUNDARY
                + "\r\nContent-Length: " + length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** The head of a form and the first bytes of its file. */
    private static byte[] part(int length) {
        String line = "E1," + LargeFiles.CANARY + "\n";
        String text = Uploads.head("employees.csv") + "employee_no,name\n" + line.repeat(length / line.length());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String statusLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != -1 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private long spooled() {
        try (Stream<Path> files = Files.list(server.data().resolve("spool"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return -1;
        }
    }
}
