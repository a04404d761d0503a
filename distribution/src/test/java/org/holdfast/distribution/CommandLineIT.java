package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.holdfast.distribution.CommandLine.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does from the command line, beside one small server of this class's own. */
class CommandLineIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path data;
    private static CommandLine holdfast;
    private static Process server;

    @BeforeAll
    static void start() throws IOException {
        data = folder.resolve("data");
        holdfast = new CommandLine(data, freePort());
        server = holdfast.start();
    }

    /** The stop is a promise, too: it ends with success, and leaves what makes the next start shorter. */
    @AfterAll
    static void stop() throws IOException, InterruptedException {
        Outcome stopped = holdfast.run("stop");

        assertThat(stopped.exitCode()).as(stopped.complained()).isZero();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).as("a clean stop is a success").isZero();
        assertThat(data.resolve("run")).isDirectoryContaining("glob:**/classes-*.jsa");
        assertThat(holdfast.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void theDoctorFindsARunningServerWellAndSaysWhyAnotherCouldNotStart() throws Exception {
        Outcome well = holdfast.run("doctor", "--json");

        assertThat(well.exitCode()).as(well.said()).isZero();
        assertThat(JSON.readTree(well.said()).path("healthy").asBoolean()).isTrue();
        assertThat(well.said()).contains("\"check\":\"keys\"", "open in the running server");

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Outcome ill = new CommandLine(folder.resolve("elsewhere"), other.getLocalPort()).run("doctor");

            assertThat(ill.exitCode()).isEqualTo(1);
            assertThat(ill.said()).contains("another program has it", "A server does not work here");
        }
    }

    @Test
    void aUserIsAddedChangedDisabledAndGivenANewPassword() throws Exception {
        Outcome added = holdfast.run("user", "add", "Mei.Lin", "--role", "dpo", "--name", "Mei", "--json");
        assertThat(added.exitCode()).as(added.complained()).isZero();
        String password = JSON.readTree(added.said()).path("oneTimePassword").asText();

        assertThat(holdfast.run("user", "roles", "mei.lin", "auditor", "dpo").said())
                .contains("auditor, dpo");
        assertThat(holdfast.run("user", "disable", "mei.lin").exitCode()).isZero();
        assertThat(user("mei.lin").path("active").asBoolean()).isFalse();
        assertThat(holdfast.run("user", "enable", "mei.lin").exitCode()).isZero();
        assertThat(user("mei.lin").path("active").asBoolean()).isTrue();
        assertThat(user("mei.lin").path("displayName").asText()).isEqualTo("Mei");
        Outcome reset = holdfast.run("user", "reset-password", "mei.lin", "--json");
        assertThat(JSON.readTree(reset.said()).path("oneTimePassword").asText())
                .hasSizeGreaterThanOrEqualTo(20)
                .isNotEqualTo(password);

        assertThat(holdfast.run("user", "reset-second-factor", "mei.lin").complained())
                .contains("mei.lin has no second factor");

        Outcome unknown = holdfast.run("user", "add", "somebody", "--role", "boss");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.complained()).startsWith("holdfast: ");
        assertThat(holdfast.run("user", "disable", "nobody").complained()).contains("There is no user nobody");
    }

    @Test
    void aBackupOfTheRunningServerIsVerifiedAndBecomesAnInstallationElsewhere() throws Exception {
        Path target = Files.createDirectory(folder.resolve("backups"));
        Outcome made = holdfast.run("backup", target.toString(), "--json");
        assertThat(made.exitCode()).as(made.complained()).isZero();
        String dataFile = JSON.readTree(made.said()).path("data").asText();
        String keysFile = JSON.readTree(made.said()).path("keys").asText();
        assertThat(holdfast.run("backup", "verify", dataFile).exitCode()).isZero();
        assertThat(holdfast.run("backup", "verify", keysFile).exitCode()).isZero();
        assertThat(holdfast.run("restore", dataFile).complained()).contains("used by another running server");

        Path second = folder.resolve("second");
        CommandLine elsewhere = new CommandLine(second, freePort());
        Outcome restored = elsewhere.run("restore", dataFile);
        assertThat(restored.exitCode()).as(restored.complained()).isZero();
        assertThat(elsewhere.run("restore", dataFile).complained()).contains("--force");

        // Without its root key it is of no use to anybody, and the doctor says so.
        Outcome ill = elsewhere.run("doctor");
        assertThat(ill.exitCode()).isEqualTo(1);
        assertThat(ill.said()).contains("root.p12 is absent", "none missing");
        for (String secret : new String[] {"root.p12", "passphrase"}) {
            Files.copy(
                    data.resolve("keys").resolve(secret), second.resolve("keys").resolve(secret));
        }
        Outcome well = elsewhere.run("doctor");
        assertThat(well.exitCode()).as(well.said()).isZero();

        Outcome recovered = elsewhere.run("user", "reset-password", "admin");
        assertThat(recovered.exitCode()).as(recovered.complained()).isZero();
        assertThat(recovered.said()).contains("One-time password of admin");
    }

    /** The machine is gone and with it the root key; three of five people come together. */
    @Test
    void aLostRootKeyComesBackFromTheSharesOfSomePeople() throws Exception {
        Path target = Files.createDirectory(folder.resolve("backups-of-lost"));
        JsonNode made = JSON.readTree(
                holdfast.run("backup", target.toString(), "--json").said());
        assertThat(holdfast.run("keys", "shares", folder.resolve("early").toString())
                        .complained())
                .contains("used by another running server");
        Path third = folder.resolve("third");
        CommandLine elsewhere = new CommandLine(third, freePort());
        assertThat(elsewhere.run("restore", made.path("data").asText()).exitCode())
                .isZero();
        for (String secret : new String[] {"root.p12", "passphrase"}) {
            Files.copy(
                    data.resolve("keys").resolve(secret), third.resolve("keys").resolve(secret));
        }
        Outcome shared = elsewhere.run(
                "keys", "shares", folder.resolve("people").toString(), "--of", "5", "--needed", "3", "--json");
        assertThat(shared.exitCode()).as(shared.complained()).isZero();
        JsonNode shares = JSON.readTree(shared.said()).path("shares");

        for (String secret : new String[] {"root.p12", "passphrase"}) {
            Files.delete(third.resolve("keys").resolve(secret));
        }
        assertThat(elsewhere.run("doctor").exitCode()).isEqualTo(1);
        Outcome few = elsewhere.run(
                "keys", "recover", shares.path(0).asText(), shares.path(3).asText());
        assertThat(few.complained()).contains("2 different shares are there, 3 are needed");
        Outcome recovered = elsewhere.run(
                "keys",
                "recover",
                shares.path(4).asText(),
                shares.path(0).asText(),
                shares.path(3).asText());

        assertThat(recovered.exitCode()).as(recovered.complained()).isZero();
        Outcome well = elsewhere.run("doctor");
        assertThat(well.exitCode()).as(well.said()).isZero();
    }

    @Test
    void wrongUseEndsWithTwoAndEveryCommandHasHelp() throws Exception {
        assertThat(holdfast.run("backup").exitCode()).isEqualTo(2);
        assertThat(holdfast.run("setup").exitCode()).as("nobody can answer").isEqualTo(2);
        for (String command : new String[] {"doctor", "user", "setup", "backup", "restore", "keys"}) {
            Outcome help = holdfast.run(command, "--help");
            assertThat(help.exitCode()).as(command).isZero();
            assertThat(help.said()).startsWith("Usage: holdfast " + command);
        }
    }

    private static JsonNode user(String username) throws IOException, InterruptedException {
        for (JsonNode user :
                JSON.readTree(holdfast.run("user", "list", "--json").said()).path("items")) {
            if (user.path("username").asText().equals(username)) {
                return user;
            }
        }
        throw new AssertionError("no user " + username);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
