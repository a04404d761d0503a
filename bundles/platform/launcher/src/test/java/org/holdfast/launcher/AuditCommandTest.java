package org.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.EvidencePack;
import org.holdfast.launcher.audit.EvidenceUnavailableException;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching evidence from a server and verifying it where there is none. */
class AuditCommandTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final String MEI = new UUID(7, 7).toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private byte[] pack;
    private Path key;

    @BeforeEach
    void makeEvidence() throws IOException, EvidenceUnavailableException {
        Path log = folder.resolve("audit");
        SigningKeys.Encoded pair = SigningKeys.create();
        SigningKeys.publish(log, pair.publicKey());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(pair));
            open.append(new AuditEvent(
                    "GET /employees/{id}/risk",
                    new Actor("account-1", List.of("groupHr"), "session"),
                    new About(null, List.of(MEI), null),
                    AuditEvent.DONE,
                    Map.of()));
            EvidencePack.make(log, open, AuditQuery.about(MEI), NOON).write(bytes);
        }
        pack = bytes.toByteArray();
        try (var keys = Files.list(log.resolve("keys"))) {
            key = keys.findFirst().orElseThrow();
        }
    }

    @Test
    void evidenceIsVerifiedWithATrustedKeyAndWithoutAnyServer() throws IOException {
        Path file = Files.write(folder.resolve("case.zip"), pack);

        assertThat(run("audit", "verify", "--evidence", file.toString(), "--key", key.toString()))
                .isZero();
        assertThat(out.toString()).startsWith("Genuine: 1 entries about person " + MEI);
        assertThat(out.toString()).doesNotContain("came with the pack");
    }

    @Test
    void withoutATrustedKeyItSaysThatTheKeyCameWithThePack() throws IOException {
        Path file = Files.write(folder.resolve("case.zip"), pack);

        assertThat(run("audit", "verify", "--evidence", file.toString())).isZero();
        assertThat(out.toString()).contains("came with the pack");
    }

    @Test
    void anotherKeyThanTheTrustedOneEndsWithOne() throws IOException {
        Path file = Files.write(folder.resolve("case.zip"), pack);
        Path other = folder.resolve("other");
        SigningKeys.publish(other, SigningKeys.create().publicKey());

        assertThat(run(
                        "audit",
                        "verify",
                        "--evidence",
                        file.toString(),
                        "--keys",
                        other.resolve("keys").toString(),
                        "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"genuine\":false").contains("\"result\":\"key_unknown\"");
    }

    @Test
    void whatIsCutOffOrMissingOrNoKeyIsSaidAndEndsWithOne() throws IOException {
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(pack, pack.length / 2));
        Path file = Files.write(folder.resolve("case.zip"), pack);

        assertThat(run("audit", "verify", "--evidence", cut.toString())).isEqualTo(1);
        assertThat(run(
                        "audit",
                        "verify",
                        "--evidence",
                        folder.resolve("none.zip").toString()))
                .isEqualTo(1);
        assertThat(run("audit", "verify", "--evidence", file.toString(), "--key", cut.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("cut.zip cannot be verified. It is damaged or was cut off.")
                .contains("none.zip cannot be read")
                .contains("cut.zip holds no Ed25519 public key");
    }

    @Test
    void evidenceAndALogAreNotVerifiedAtOnce() {
        assertThat(run("audit", "verify", "--evidence", "case.zip", "--log", folder.toString()))
                .isEqualTo(2);
        assertThat(run("audit", "evidence", "--person", "Mei Lin", "--out", "case.zip"))
                .isEqualTo(2);
    }

    @Test
    void evidenceIsFetchedForItsOwnerAloneAndVerifiedAtOnce() throws IOException {
        Path file = folder.resolve("case.zip");

        assertThat(fetch(200, pack, file)).isZero();

        assertThat(out.toString()).startsWith("Genuine: 1 entries");
        assertThat(file).hasBinaryContent(pack);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("case.zip"), "mine");

        assertThat(fetch(200, pack, file)).isEqualTo(1);

        assertThat(file).hasContent("mine");
        assertThat(err.toString()).contains("exists already");
    }

    @Test
    void aRefusalIsSaidAndLeavesNoFile() throws IOException {
        byte[] problem = "{\"title\":\"Not available now\",\"detail\":\"Sealed.\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(fetch(503, problem, folder.resolve("case.zip"))).isEqualTo(1);

        assertThat(err.toString()).contains("Not available now");
        assertThat(folder).isDirectoryNotContaining("glob:**case.zip*");
    }

    @Test
    void whatTheServerSentDamagedIsSaid() throws IOException {
        assertThat(fetch(200, Arrays.copyOf(pack, pack.length - 9), folder.resolve("case.zip")))
                .isEqualTo(1);

        assertThat(err.toString()).contains("cannot be verified");
    }

    private int fetch(int status, byte[] body, Path file) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/audit/evidence", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Path run = Files.createDirectories(folder.resolve("data").resolve("run"));
            Files.writeString(
                    run.resolve("server.properties"),
                    "pid=" + ProcessHandle.current().pid() + "\naddress=http://127.0.0.1:"
                            + server.getAddress().getPort() + "\ntoken=t\n");
            return run(
                    "audit",
                    "evidence",
                    "--data-dir",
                    folder.resolve("data").toString(),
                    "--person",
                    MEI,
                    "--out",
                    file.toString());
        } finally {
            server.stop(0);
        }
    }

    private int run(String... arguments) {
        return Main.commandLine(Words.in(Locale.ENGLISH))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
