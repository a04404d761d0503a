package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxWatchTest {
    @TempDir
    private Path folder;

    private final List<AuditEvent> audited = new ArrayList<>();
    private Instant now = IntakeBench.NOW;

    @Test
    void aFileIsTakenWhenItHasNotChangedForTwoSeconds() throws Exception {
        try (IntakeBench bench = new IntakeBench(LocalDatabase.fresh(), folder.resolve("spool"))) {
            bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
            InboxWatch watch =
                    new InboxWatch(folder.resolve("inbox"), bench.people, bench.imports, ticking(), audited::add);
            Path box = Files.createDirectories(folder.resolve("inbox/S1"));
            Path file = Files.writeString(box.resolve("employees.csv"), "employee_no,name\n");
            Files.writeString(box.resolve("events.csv.part"), "employee_no");

            int atOnce = watch.look();
            pass(1);
            Files.writeString(file, "employee_no,name\nE1,An\n");
            int whileWritten = watch.look();
            pass(1);
            int tooEarly = watch.look();
            pass(1);
            int complete = watch.look();

            assertThat(new int[] {atOnce, whileWritten, tooEarly, complete}).containsExactly(0, 0, 0, 1);
            assertThat(file).doesNotExist();
            ImportStatus waiting = bench.imports.latest(9).stream()
                    .filter(one -> one.fileName().equals("employees.csv"))
                    .findFirst()
                    .orElseThrow();
            ImportStatus status = bench.run(waiting.id(), 10);
            assertThat(status.counts().accepted()).isEqualTo(1);
            assertThat(box.resolve("events.csv.part")).exists();
            assertThat(audited).singleElement().satisfies(event -> {
                assertThat(event.action()).isEqualTo("import.inbox");
                assertThat(event.details())
                        .containsEntry("import", waiting.id().toString())
                        .containsEntry("bytes", "23");
                assertThat(event.toString()).doesNotContain("employees.csv");
            });
        }
    }

    @Test
    void aFileThatCannotBeAuditedStaysInTheInboxAndIsNotImported() throws Exception {
        try (IntakeBench bench = new IntakeBench(LocalDatabase.fresh(), folder.resolve("spool"))) {
            bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
            InboxWatch watch =
                    new InboxWatch(folder.resolve("inbox"), bench.people, bench.imports, ticking(), event -> {
                        throw new AuditFailure("full");
                    });
            Path box = Files.createDirectories(folder.resolve("inbox/S1"));
            Path file = Files.writeString(box.resolve("employees.csv"), "employee_no,name\nE1,An\n");
            int imports = bench.imports.latest(9).size();
            watch.look();
            pass(3);

            assertThatThrownBy(watch::look).isInstanceOf(AuditFailure.class);

            assertThat(file).exists();
            assertThat(bench.imports.latest(9)).hasSize(imports);
        }
    }

    @Test
    void noCodeOfASubsidiaryLeadsOutOfTheInbox() throws Exception {
        try (IntakeBench bench = new IntakeBench(LocalDatabase.fresh(), folder.resolve("spool"))) {
            String rows = IntakeBench.SUBSIDIARIES + "..,Up,CN,tech,UTC,en,1\n.,Here,CN,tech,UTC,en,1\n";
            assertThat(bench.take("subsidiaries.csv", rows).counts().rejected()).isEqualTo(2);

            // A database of before may hold such a code.
            Subsidiary outside =
                    new Subsidiary(UUID.randomUUID(), "..", "Up", "CN", "tech", ZoneOffset.UTC, "en", true);
            new StaffRegister(bench.database, bench.vault, bench.people).save(outside);
            Path ours = Files.writeString(folder.resolve("demo.json"), "{}");
            InboxWatch watch =
                    new InboxWatch(folder.resolve("inbox"), bench.people, bench.imports, ticking(), audited::add);
            watch.look();
            pass(3);

            assertThat(watch.look()).isZero();
            assertThat(ours).exists();
        }
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
