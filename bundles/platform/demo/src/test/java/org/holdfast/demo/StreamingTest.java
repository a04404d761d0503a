package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamingTest {

    @Test
    void twentyThousandPeopleFitIntoATinyHeap(@TempDir Path directory) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        File log = directory.resolve("log").toFile();

        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx24m",
                        "-cp",
                        Path.of("target", "classes").toString(),
                        DemoCommand.class.getName(),
                        directory.toString(),
                        "2026-11-22",
                        "20000",
                        "12")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(log).content().contains("signals.csv.gz");
        assertThat(process.exitValue()).isZero();
    }
}
