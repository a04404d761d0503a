package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.start.DataDirectory;

/**
 * A generated group for an installed server.
 *
 * <p>The three large subsidiaries run on models that were trained on their first people, equally many at every size, so
 * that a person costs the same to score whatever the size of the group.
 *
 * @param place where the files are written
 * @param people posts
 * @param months months of signals of those no model learns from
 * @param end the last day with signals
 */
record LargeGroup(Place place, int people, int months, LocalDate end) {
    private static final int FIRST_PEOPLE = 1_200;

    /** Imports everybody into an empty server, and trains the models in between. */
    void fill(InstalledServer server) throws IOException, InterruptedException {
        Path files = place.folder().resolve("group-files");
        DataDirectory.deleteTree(files);
        List<Path> whole = GroupFiles.write(
                new DemoPlan(DemoPlan.DEFAULT_SEED, end, people, DemoPlan.DEFAULT_MONTHS), files.resolve("group"));
        List<Path> ofPeople = whole.stream()
                .filter(file -> file.getFileName().toString().matches("(employees|consents|events|signals)\\..*"))
                .toList();
        GroupFiles.Cut cut =
                new GroupFiles.Cut(FIRST_PEOPLE, end.minusMonths(months).plusDays(1));
        GroupFiles.cut(ofPeople, cut, files.resolve("first"), files.resolve("rest"));
        Predicate<Path> past = file -> file.getFileName().toString().startsWith("cases");
        whole.stream()
                .filter(file -> !ofPeople.contains(file) && !past.test(file))
                .forEach(server.api()::imported);
        fill(server, files);
        whole.stream().filter(past).forEach(server.api()::imported);
        DataDirectory.deleteTree(files);
    }

    private void fill(InstalledServer server, Path files) throws InterruptedException {
        server.fileBases(end.minusYears(10));
        GroupFiles.inOrder(files.resolve("first")).forEach(server.api()::imported);
        server.settle();
        Usage before = server.usage();
        for (JsonNode subsidiary : server.subsidiaries()) {
            if (subsidiary.path("headcount").asInt() > 200) {
                server.api().riskRun(subsidiary.path("id").asText(), "train", end.minusDays(2));
            }
        }
        Usage trained = server.usage();
        Report.row(
                people + " posts: training on " + FIRST_PEOPLE + " people of each of three subsidiaries",
                Usage.since(before, trained));
        GroupFiles.inOrder(files.resolve("rest")).forEach(server.api()::imported);
        Usage imported = server.usage();
        Usage settled = server.settle();
        Report.row(
                people + " posts: import of everybody else",
                String.format(
                        Locale.ROOT,
                        "%s; compaction after it %s; %s",
                        Usage.since(trained, imported),
                        Usage.since(imported, settled),
                        server.heap()));
    }
}
