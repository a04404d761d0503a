package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Neither does a backup of before the erasure that is put back elsewhere. */
@ExtendWith(SharedDemo.class)
class ErasureIT extends ErasurePromises {
    @TempDir
    Path folder;

    ErasureIT(DemoServer server) {
        super(server);
    }

    @Test
    @Tag("O14")
    void whoIsErasedIsGoneAndStaysGoneWhenAnOlderBackupIsPutBack() throws Exception {
        whoIsErasedIsGone(new Around() {
            private JsonNode before = MissingNode.getInstance();

            @Override
            public void before() throws IOException, InterruptedException {
                before = backup("before");
            }

            @Override
            public void after() throws IOException, InterruptedException {
                olderBackupDoesNotEither(before, backup("after"));
            }
        });
    }

    /** The data of before with the keys of after, as after the loss of a machine: another directory that knows nothing. */
    private void olderBackupDoesNotEither(JsonNode before, JsonNode after) throws IOException, InterruptedException {
        Path second = folder.resolve("second");
        CommandLine elsewhere = new CommandLine(second, DemoServer.freePort());
        CommandLine.Outcome restored = elsewhere.run(
                "restore",
                before.path("data").asText(),
                "--keys",
                after.path("keys").asText());
        assertThat(restored.exitCode()).as(restored.complained()).isZero();
        for (String secret : List.of("root.p12", "passphrase")) {
            Files.copy(
                    server.data().resolve("keys").resolve(secret),
                    second.resolve("keys").resolve(secret));
        }
        Files.copy(server.data().resolve("demo.json"), second.resolve("demo.json"));
        try (DemoServer back = DemoServer.start(second)) {
            assertThat(search(back, "Qin Wangque")).isZero();
            assertThat(search(back, "Qin Zaizhi")).isEqualTo(1);
        }
    }

    private JsonNode backup(String name) throws IOException, InterruptedException {
        Path target = Files.createDirectory(folder.resolve(name));
        CommandLine.Outcome made =
                new CommandLine(server.data(), server.port()).run("backup", target.toString(), "--json");
        assertThat(made.exitCode()).as(made.complained()).isZero();
        return new ObjectMapper().readTree(made.said());
    }
}
