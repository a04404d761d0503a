package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.holdfast.connector.files.fixture.HostileFiles;
import org.holdfast.connector.files.fixture.HostileFiles.HostileFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is uploaded, whoever sent it learns what became of it, and the server goes on as before. */
abstract class HostileUploadPromises {
    private static final String SUBSIDIARY = "HOSTILE";
    private static final long SEED = 20_261_101;

    private final DemoServer server;
    private final int rounds;
    private final List<String> begun = new ArrayList<>();
    private final ServerLog log;
    private int refused;

    /** Takes how often each way of spoiling a file is tried. */
    HostileUploadPromises(DemoServer server, int rounds) {
        this.server = server;
        this.rounds = rounds;
        this.log = new ServerLog(server.data());
    }

    @BeforeEach
    void aSubsidiaryToUploadInto() {
        String text = "code,name,country,industry,timezone,language,sandbox\n" + SUBSIDIARY
                + ",Hostile,CN,manufacturing,Asia/Shanghai,en,1\n";
        Uploads uploads = new Uploads(server);
        uploads.imported("subsidiaries.csv", text.getBytes(StandardCharsets.UTF_8));
        uploads.imported(
                "employees.csv",
                ("employee_no,name,subsidiary\nE1,Name," + SUBSIDIARY).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyHostileFileHasAClearResultAndTheServerGoesOn() throws Exception {
        long begin = System.nanoTime();
        uploadAll();
        int done = 0;
        Uploads uploads = new Uploads(server);
        for (String id : begun) {
            JsonNode ended = uploads.ended(id);
            if (ended.path("state").asText().equals("done")) {
                done++;
                assertClear(ended);
            } else {
                assertThat(ended.path("failure").asText()).isNotBlank().doesNotContain("intake.");
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf(
                "hostile uploads: %d done, %d failed, %d refused at once, %d s%n",
                done, begun.size() - done, refused, took.toSeconds());
        assertThat(server.anonymous("/health/ready").statusCode()).isEqualTo(200);
        assertThat(log.errors()).isEmpty();
        assertThat(server.data().resolve("spool")).isEmptyDirectory();
        assertThat(Files.exists(server.data().resolve("demo.json"))).isTrue();
        assertThat(heapAfterCollection()).isLessThan(500L << 20);
    }

    private void uploadAll() throws Exception {
        HostileFiles hostile = new HostileFiles(SEED, table());
        for (int round = 0; round < rounds; round++) {
            for (HostileFile file : hostile.round()) {
                upload(file.kind(), "employees" + file.extension(), file.content());
            }
        }
        for (Callable<byte[]> maker : HostileFiles.great()) {
            byte[] great = maker.call();
            for (String extension : List.of(".csv", ".csv.gz", ".xlsx")) {
                upload("great", "employees" + extension, great);
            }
        }
        for (HostileTables.Named file : new HostileTables(SUBSIDIARY).all()) {
            upload(file.name(), file.name(), file.content());
        }
    }

    private void upload(String kind, String name, byte[] content) {
        HttpResponse<String> answer = new Uploads(server).send(name, content);
        if (answer.statusCode() == 202) {
            begun.add(Uploads.parsed(answer).path("id").asText());
            return;
        }
        refused++;
        assertThat(answer.statusCode()).as(kind).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(kind)
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).as(kind).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private void assertClear(JsonNode ended) {
        assertThat(ended.path("rows").asInt())
                .isEqualTo(ended.path("accepted").asInt()
                        + ended.path("unchanged").asInt()
                        + ended.path("rejected").asInt());
        ended.path("preview")
                .path("rows")
                .forEach(row -> row.path("problems")
                        .forEach(problem -> assertThat(problem.path("message").asText())
                                .isNotBlank()
                                .doesNotContain("intake.")));
    }

    private static List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("employee_no", "name", "subsidiary", "manager_no", "hire_date", "base_pay", "currency"));
        for (int i = 0; i < 50; i++) {
            String manager = i == 0 ? "" : "H" + i / 2;
            table.add(List.of("H" + i, "张三 Zhang", SUBSIDIARY, manager, "2021-03-01", "90000", "CNY"));
        }
        return table;
    }

    private long heapAfterCollection() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(server.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try (Stream<String> lines = server.anonymous("/metrics").body().lines()) {
            return lines.filter(line -> line.startsWith("jvm_memory_heap_used_bytes"))
                    .mapToLong(line -> Long.parseLong(line.split(" ", -1)[1]))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
