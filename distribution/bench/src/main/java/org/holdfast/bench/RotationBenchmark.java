package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.holdfast.demo.DemoFile;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Replaces the keys of an installed server: once while it has nothing else to do, and once while it takes in the file of
 * all its people, which opens and seals everybody's record.
 */
@Command(name = "rotation", mixinStandardHelpOptions = true, description = "Measures rotations of keys.")
final class RotationBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    @Mixin
    private Place place = new Place();

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = 100_000;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = place.folder().resolve("rotation-" + people);
        Path files = place.folder().resolve("rotation-files");
        DataDirectory.deleteTree(data);
        DataDirectory.deleteTree(files);
        List<Path> group = GroupFiles.write(new DemoPlan(DemoPlan.DEFAULT_SEED, END, people, 12), files);
        Path everybody = GroupFiles.file(group, DemoFile.EMPLOYEES);
        try (InstalledServer server = InstalledServer.start(data, place, "1g")) {
            for (Path file : group.subList(0, group.indexOf(everybody) + 1)) {
                server.api().imported(file);
            }
            server.settle();
            rotation(server, "root", "idle");
            rotation(server, "subsidiary", "idle");
            CompletableFuture<JsonNode> importing =
                    CompletableFuture.supplyAsync(() -> server.api().imported(everybody));
            rotation(server, "subsidiary", "while everybody is imported anew");
            Report.row(
                    "that import", importing.isDone() ? "ended before the rotation" : "was still under way at its end");
            importing.join();
        }
        DataDirectory.deleteTree(data);
        DataDirectory.deleteTree(files);
        return 0;
    }

    private static void rotation(InstalledServer server, String level, String beside) {
        Usage before = server.usage();
        long keys = server.api().rotation(level, share -> {}).path("total").asLong();
        Report.row(
                "rotation of level " + level + ", " + beside,
                String.format(Locale.ROOT, "%,d keys: %s", keys, Usage.since(before, server.usage())));
    }
}
