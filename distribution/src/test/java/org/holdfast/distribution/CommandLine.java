package org.holdfast.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The installed command line, used as an administrator would, on one data directory and port. */
final class CommandLine {
    private static final Path HOLDFAST =
            Path.of(System.getProperty("holdfast.image", "target/holdfast"), "bin", "holdfast");

    private final Path data;
    private final int port;
    private final Map<String, String> settings;

    CommandLine(Path data, int port) {
        this(data, port, Map.of());
    }

    /** With further settings, by the names of their environment variables. */
    CommandLine(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /**
     * What a command did.
     *
     * @param exitCode its exit code
     * @param said what it wrote to standard output
     * @param complained what it wrote to standard error
     */
    record Outcome(int exitCode, String said, String complained) {}

    /** Runs a command to its end. The data directory is added to its arguments. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        Path errors = data.resolveSibling(data.getFileName() + ".err");
        Process process = builder(arguments).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It did not end: " + String.join(" ", arguments));
        }
        if (List.of(arguments).equals(List.of("stop"))) {
            KeptLogs.keep(data);
        }
        return new Outcome(process.exitValue(), said, Files.readString(errors));
    }

    /** Starts the server and returns once it is ready. */
    Process start() throws IOException {
        KeptLogs.of(data);
        Process process =
                builder("start").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.inputReader()
                .lines()
                .filter(line -> line.contains("ready at"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server ended before it was ready"));
        return process;
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(HOLDFAST.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOLDFAST_HTTP_PORT", String.valueOf(port));
        builder.environment().put("HOLDFAST_LANG", "en");
        builder.environment().putAll(settings);
        return builder;
    }
}
