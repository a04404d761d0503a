package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.holdfast.demo.DemoFile;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports people and signals into an installed server, and the same files into plain tables of the same database. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Measures an import, beside a bare bulk load.")
final class ImportBenchmark implements Callable<Integer> {
    @Mixin
    private Place place = new Place();

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = 86_000;

    @Option(names = "--signals", description = "Signals; default: ${DEFAULT-VALUE}.")
    private long signals = 5_000_000;

    @Option(names = "--heap", description = "Largest heap of the server; default: ${DEFAULT-VALUE}.")
    private String heap = "1g";

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path files = place.folder().resolve("import-files");
        Path employees = files.resolve("employees.csv");
        Path thinned = files.resolve("signals.csv");
        List<Path> whole = files(files.resolve("group"));
        long rows = GroupFiles.thin(GroupFiles.file(whole, DemoFile.SIGNALS), thinned, signals);
        long persons =
                GroupFiles.thin(GroupFiles.file(whole, DemoFile.EMPLOYEES), employees, Long.MAX_VALUE / 1_000_000);
        Path data = place.folder().resolve("import-data");
        DataDirectory.deleteTree(data);
        String database = place.postgres() ? "PostgreSQL" : "H2";
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            server.api().imported(GroupFiles.file(whole, DemoFile.SUBSIDIARIES));
            server.api().imported(GroupFiles.file(whole, DemoFile.DEPARTMENTS));
            Cost ofEmployees = measure(server, database, employees, persons);
            Cost ofSignals = measure(server, database, thinned, rows);
            compare(database, employees, persons, ofEmployees);
            compare(database, thinned, rows, ofSignals);
            Report.row(
                    database + ": resident memory of the server",
                    String.format(Locale.ROOT, "%d MiB at most", server.peakResident()));
        }
        DataDirectory.deleteTree(data);
        return 0;
    }

    private List<Path> files(Path folder) throws IOException {
        return GroupFiles.write(new DemoPlan(DemoPlan.DEFAULT_SEED, LocalDate.of(2026, 10, 31), people, 12), folder);
    }

    /** Imports a file; what goes on in the background afterwards is told apart, and is over before the next. */
    private static Cost measure(InstalledServer server, String database, Path file, long rows)
            throws InterruptedException {
        Usage before = server.usage();
        server.api().imported(file);
        Usage done = server.usage();
        Usage settled = server.settle();
        Report.row(
                database + ": import of " + file.getFileName(),
                String.format(
                        Locale.ROOT,
                        "%,d rows, %s, %,.0f rows/s; compaction after it %s; %s",
                        rows,
                        Usage.since(before, done),
                        rows / done.wallSince(before),
                        Usage.since(done, settled),
                        server.heap()));
        return new Cost(done.wallSince(before), settled.cpuSince(before));
    }

    private record Cost(double wall, double cpu) {}

    private void compare(String database, Path file, long rows, Cost imported) throws IOException, SQLException {
        Files.createDirectories(place.folder());
        Usage[] bulk = place.postgres()
                ? BulkLoad.postgres(place, file, "bulk_load")
                : BulkLoad.embedded(place.folder(), file, "bulk_load");
        Report.row(
                database + ": bare bulk load of " + file.getFileName(),
                String.format(
                        Locale.ROOT,
                        "%,d rows, %s; the import takes %.1f × its wall time, with its compaction %.1f × its CPU",
                        rows,
                        Usage.since(bulk[0], bulk[1]),
                        imported.wall() / bulk[1].wallSince(bulk[0]),
                        imported.cpu() / Math.max(0.01, bulk[1].cpuSince(bulk[0]))));
    }
}
