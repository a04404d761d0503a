package org.holdfast.core.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.fixture.CsvFormat;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.intake.Imports.Services;
import org.holdfast.core.intake.Imports.Upload;
import org.holdfast.core.people.SealedPeople;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.BlockSignalStore;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.MarketPayTable;
import org.holdfast.core.signals.RegistrySignalCatalog;
import org.holdfast.core.signals.SealedConsents;
import org.holdfast.core.signals.SignalStore;

/** The three rooms together, over one database; {@link #reopen} is a new process on the same database. */
final class IntakeBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    static final String SUBSIDIARIES =
            "code,name,country,industry,timezone,language,sandbox\nS1,甲公司,CN,tech,Asia/Shanghai,zh,1\n"
                    + "S2,Beta,DE,manufacturing,Europe/Berlin,de,0\n";

    final LocalDatabase database;
    final TestVault vault = new TestVault();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Path folder;
    private final List<IndustryModel> industries;
    SealedPeople people;
    SignalStore signals;
    SealedConsents consents;
    MarketPayTable market;
    Arrivals arrivals;
    final List<UUID> arrivedIn = new ArrayList<>();
    final PastFile past = new PastFile();
    Imports imports;

    IntakeBench(LocalDatabase database, Path folder, IndustryModel... industries) {
        this.database = database;
        this.folder = folder;
        this.industries = List.of(industries);
        reopen();
    }

    void reopen() {
        people = new SealedPeople(database, vault);
        signals = new BlockSignalStore(database, vault, clock, Runnable::run);
        consents = new SealedConsents(database, vault);
        market = new MarketPayTable(database);
        arrivals = new Arrivals(database, clock);
        FixedRegistry registry = new FixedRegistry().with(new CsvFormat());
        industries.forEach(registry::with);
        Rooms rooms = new Rooms(
                people,
                new StaffRegister(database, vault, people),
                signals,
                new RegistrySignalCatalog(registry),
                consents,
                arrivals,
                market,
                past,
                new PositionFamilies(registry)::of,
                clock);
        Runner runner = new Runner() {
            @Override
            public void start(UUID importId) {
                // Tests step by hand.
            }

            @Override
            public void arrived(UUID subsidiaryId) {
                arrivedIn.add(subsidiaryId);
            }

            @Override
            public void compact(UUID subsidiaryId) {
                signals.compact(subsidiaryId);
            }
        };
        imports = new Imports(new Services(database, vault, registry), rooms, new Spool(folder, vault), runner);
    }

    UUID submit(String fileName, InputStream content, boolean dryRun) {
        return imports.submit(new Upload(fileName, null, dryRun, null), imports.keep(content));
    }

    UUID submit(String fileName, String content) {
        return submit(fileName, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), false);
    }

    ImportStatus run(UUID id, int rowsAStep) {
        try (ImportRun run = imports.open(id).orElseThrow()) {
            boolean more = true;
            while (more) {
                more = run.step(rowsAStep);
            }
        }
        return imports.find(id).orElseThrow();
    }

    ImportStatus take(String fileName, String content) {
        return run(submit(fileName, content), 7);
    }

    ImportStatus dryRun(String fileName, String content) {
        return run(submit(fileName, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), true), 7);
    }

    List<PreviewRow> rejected(ImportStatus status) {
        List<PreviewRow> rows = new ArrayList<>();
        imports.rejected(status.id(), rows::add);
        return rows;
    }

    List<Fact> facts(String employeeNo) {
        UUID subsidiaryId = people.subsidiaryByCode("S1").orElseThrow().id();
        UUID id = people.cardByNo(subsidiaryId, employeeNo).orElseThrow().id();
        return signals.read(Subject.person(subsidiaryId, id), LocalDate.of(1900, 1, 1));
    }

    UUID person(String employeeNo) {
        UUID subsidiaryId = people.subsidiaryByCode("S1").orElseThrow().id();
        return people.cardByNo(subsidiaryId, employeeNo).orElseThrow().id();
    }

    /** Erases a person of S1: what stays is the fingerprint of the number. */
    void forget(String employeeNo) {
        UUID id = person(employeeNo);
        database.run(connection -> {
            for (String sql : List.of(
                    "insert into erased_number (subsidiary_id, number_index)"
                            + " select subsidiary_id, number_index from employee where id = ?",
                    "delete from employee where id = ?")) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, id);
                    statement.executeUpdate();
                }
            }
        });
        reopen();
    }

    Arrivals.Waiting waiting() {
        return arrivals.waiting(people.subsidiaryByCode("S1").orElseThrow().id());
    }

    long files() {
        String[] names = folder.toFile().list();
        return names == null ? 0 : names.length;
    }

    @Override
    public void close() {
        database.close();
    }
}
