package org.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsThinnedToExactlySoManyRowsSpreadOverIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("whole.csv"),
                IntStream.range(0, 1_000).mapToObj(i -> "r" + i).collect(Collectors.joining("\n", "header\n", "\n")));

        long kept = GroupFiles.thin(file, folder.resolve("thin.csv"), 300);

        List<String> lines = Files.readAllLines(folder.resolve("thin.csv"));
        assertThat(kept).isEqualTo(300);
        assertThat(lines).hasSize(301).startsWith("header").endsWith("r999");
        assertThat(lines.stream().filter(line -> line.compareTo("r5") < 0).count())
                .isBetween(100L, 200L);
    }

    @Test
    void theFirstPeopleOfEachSubsidiaryGoIntoOnePartWithAllThatIsAboutThem() throws IOException {
        Path employees = Files.writeString(
                folder.resolve("employees.csv"),
                "employee_no,name,subsidiary,department\n1,A,X,d\n2,B,X,d\n1,C,Y,d\n3,D,X,d\n");
        Path signals = Files.writeString(
                folder.resolve("signals.csv"),
                "subsidiary,employee_no,signal,date\nX,1,s,2025-01-01\nY,1,s,2026-01-01\nX,3,s,2025-01-01\nX,3,s,2026-01-01\n");

        GroupFiles.cut(
                List.of(employees, signals),
                new GroupFiles.Cut(2, LocalDate.of(2025, 6, 1)),
                folder.resolve("first"),
                folder.resolve("rest"));

        assertThat(Files.readAllLines(folder.resolve("first/signals.csv")))
                .containsExactly("subsidiary,employee_no,signal,date", "X,1,s,2025-01-01", "Y,1,s,2026-01-01");
        assertThat(Files.readAllLines(folder.resolve("rest/signals.csv")))
                .containsExactly("subsidiary,employee_no,signal,date", "X,3,s,2026-01-01");
        assertThat(Files.readAllLines(folder.resolve("rest/employees.csv"))).hasSize(2);
    }

    @Test
    void theFullestHeapIsReadFromTheLogOfCollections() {
        GarbageLog.Peak peak = GarbageLog.peak(List.of(
                "[0.5s][info][gc] GC(0) Pause Young (Allocation Failure) 68M->9M(247M) 11.7ms",
                "[1.5s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 120M->40M(247M) 51.2ms",
                "[1.6s][info][gc] Using Serial"));

        assertThat(peak).isEqualTo(new GarbageLog.Peak(120, 40));
    }
}
