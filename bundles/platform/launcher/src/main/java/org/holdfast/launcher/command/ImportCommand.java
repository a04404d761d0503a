package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdfast.launcher.client.ImportClient;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into the running server; prints what was accepted and rejected, and writes a file of rejected rows. */
@Command(name = "import", mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--subsidiary", paramLabel = "CODE")
    private String subsidiary = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--json")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        ImportClient client = new ImportClient(installation.client());
        boolean clean = true;
        for (Path file : files) {
            ProgressBar bar = new ProgressBar(String.valueOf(file.getFileName()));
            JsonNode result = client.run(new ImportClient.Request(file, subsidiary, dryRun), bar::show);
            bar.end();
            clean &= result.path("state").asText().equals("done")
                    && result.path("rejected").asLong() == 0;
            print(client, file, result);
        }
        return clean ? 0 : 1;
    }

    private void print(ImportClient client, Path file, JsonNode result) {
        Screen screen = installation.screen();
        String name = String.valueOf(file.getFileName());
        if (json) {
            screen.show(result);
        } else if (result.path("state").asText().equals("failed")) {
            screen.say("import.failed", name, result.path("failure").asText());
        } else {
            screen.say(
                    dryRun ? "import.dryRun" : "import.done",
                    name,
                    result.path("accepted").asLong(),
                    result.path("unchanged").asLong(),
                    result.path("rejected").asLong());
        }
        if (result.path("rejected").asLong() > 0) {
            Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
            try {
                Files.writeString(errors, client.errors(result.path("id").asText()), StandardCharsets.UTF_8);
                installation.notes().say("import.errors", errors);
            } catch (IOException e) {
                throw new StartFailure(e, "failure.errorFile", errors);
            }
        }
    }
}
