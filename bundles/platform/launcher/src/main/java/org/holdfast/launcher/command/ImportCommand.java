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
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into the running server; prints what was accepted and rejected, and writes a file of rejected rows. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports files into the running server.")
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--subsidiary", paramLabel = "CODE", description = "Subsidiary of rows that name none.")
    private String subsidiary = "";

    @Option(names = "--dry-run", description = "Looks at the files without changing anything.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints the results as JSON.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; see docs/import-files.md.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        ImportClient client = new ImportClient(new ServerClient(installation.server()));
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
        if (json) {
            System.out.println(result);
        } else if (result.path("state").asText().equals("failed")) {
            System.out.println(
                    file.getFileName() + ": failed. " + result.path("failure").asText());
        } else {
            System.out.println(
                    file.getFileName() + ": " + result.path("accepted").asLong() + " accepted, "
                            + result.path("unchanged").asLong() + " unchanged, "
                            + result.path("rejected").asLong() + " rejected" + (dryRun ? " (dry run)" : ""));
        }
        if (result.path("rejected").asLong() > 0) {
            Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
            try {
                Files.writeString(errors, client.errors(result.path("id").asText()), StandardCharsets.UTF_8);
                System.err.println("Rejected rows with reasons: " + errors);
            } catch (IOException e) {
                throw new StartFailure("The error file " + errors + " cannot be written.", "Check your rights.", e);
            }
        }
    }
}
