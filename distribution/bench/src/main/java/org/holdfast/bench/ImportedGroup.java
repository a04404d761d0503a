package org.holdfast.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.connector.files.FilesTableFormat;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.intake.ImportRun;
import org.holdfast.core.intake.Imports;
import org.holdfast.core.intake.Rooms;
import org.holdfast.core.intake.Runner;
import org.holdfast.core.intake.Spool;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.SealedPeople;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.ConsentLedger;
import org.holdfast.core.protection.basis.LawfulSubsidiary;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.Models;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.RunTable;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.runs.StoredRiskSource;
import org.holdfast.core.risk.runs.StoredScores;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.BlockSignalStore;
import org.holdfast.core.signals.MarketPayTable;
import org.holdfast.core.signals.RealLedger;
import org.holdfast.core.signals.RegistrySignalCatalog;
import org.holdfast.core.signals.SealedConsents;
import org.holdfast.demo.DemoPlan;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.bundles.IndustryDescription;
import org.holdfast.launcher.bundles.RuleBookDescription;

/** The demo group in this process, taken in by the product's own import, so that the series are those it would score. */
final class ImportedGroup implements AutoCloseable {
    private static final int ROWS_A_STEP = 2_000;

    private final Clock clock;
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final FixedRegistry registry =
            new FixedRegistry().with(new FilesTableFormat()).with(new XgboostEngine());
    private final Capabilities capabilities = new Capabilities(() -> registry);
    private final SealedPeople people = new SealedPeople(database, vault);
    private final BlockSignalStore signals;
    private ConsentLedger consents = RealLedger.of(new SealedConsents(database, vault));
    private final MarketPayTable market = new MarketPayTable(database);
    private final List<IndustryModel> industries = new ArrayList<>();

    private ImportedGroup(LocalDate today) {
        clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        signals = new BlockSignalStore(database, vault, clock, Runnable::run);
    }

    static ImportedGroup of(DemoPlan plan, Path folder) throws IOException {
        ImportedGroup group = new ImportedGroup(plan.endDay().plusDays(1));
        group.findIndustries(Place.image().resolve("bundles"));
        group.imports(folder.resolve("spool"), GroupFiles.write(plan, folder.resolve("group")));
        return group;
    }

    private void findIndustries(Path bundles) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(bundles, "holdfast-industry-*.jar")) {
            for (Path jar : jars) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    ZipEntry entry = file.getEntry("industry.json");
                    try (InputStream in = file.getInputStream(entry)) {
                        IndustryModel industry =
                                IndustryDescription.read(jar.getFileName().toString(), in);
                        industries.add(industry);
                        registry.with(industry);
                    }
                }
            }
        }
    }

    private void imports(Path spool, List<Path> files) throws IOException {
        Rooms rooms = new Rooms(
                people,
                new StaffRegister(database, vault, people),
                signals,
                new RegistrySignalCatalog(registry),
                new SealedConsents(database, vault),
                new Arrivals(database, clock),
                market,
                new NoPast(),
                subsidiary -> Rooms.CORE_FAMILIES,
                clock);
        Imports imports = new Imports(
                new Imports.Services(database, vault, registry), rooms, new Spool(spool, vault), new ByHand());
        for (Path file : files) {
            if (file.getFileName().toString().startsWith("cases")) {
                continue;
            }
            UUID id;
            try (InputStream in = Files.newInputStream(file)) {
                id = imports.submit(
                        new Imports.Upload(file.getFileName().toString(), null, false, null), imports.keep(in));
            }
            try (ImportRun run = imports.open(id).orElseThrow()) {
                boolean more = true;
                while (more) {
                    more = run.step(ROWS_A_STEP);
                }
            }
        }
        people.subsidiaries().forEach(subsidiary -> signals.compact(subsidiary.id()));
    }

    /** Those subsidiaries that have enough people to train a model on. */
    List<Subsidiary> large() {
        return people.subsidiaries().stream()
                .filter(subsidiary -> people.headcount(subsidiary.id()) > 200
                        || people.ids(subsidiary.id()).size() > 60)
                .toList();
    }

    IndustryModel industry(Subsidiary subsidiary) {
        return industries.stream()
                .filter(industry -> industry.code().equals(subsidiary.industry()))
                .findFirst()
                .orElseThrow();
    }

    RiskSource source() {
        return new StoredRiskSource(people, signals, market);
    }

    /** The gate before a subsidiary in which everybody has been told, by the rule book of China as it ships. */
    SignalGate lawful(Subsidiary subsidiary) {
        return new LawfulSubsidiary(database, ruleBook(), clock)
                .gate(subsidiary.id(), people.ids(subsidiary.id()), new LatestLedger());
    }

    /** Forgets what people agreed to, as a server does that starts. */
    void openConsentsAnew() {
        consents = RealLedger.of(new SealedConsents(database, vault));
    }

    /** Asks the consents as they were opened last. */
    private final class LatestLedger implements ConsentLedger {
        @Override
        public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
            return consents.granted(person, category, purpose, day);
        }

        @Override
        public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
            return consents.read(subsidiaryId, persons);
        }
    }

    /** Keeps a training's models; the first scores where none was better than the scorecard. */
    void use(Subsidiary subsidiary, LocalDate trainedOn, TrainingOutcome outcome) {
        ModelTable models = new ModelTable(database, vault, clock);
        models.keep(subsidiary.id(), trainedOn, outcome);
        models.activate(models.of(subsidiary.id()).get(0));
    }

    /** The product's scoring behind a gate, on one thread, with the models in use. */
    Scoring scoring(SignalGate gate) {
        ScoreTable scores = new ScoreTable(database, vault);
        List<UUID> firms = people.subsidiaries().stream().map(Subsidiary::id).toList();
        return new Scoring(
                new Scoring.Inputs(source(), capabilities, gate, firm -> Optional.empty()),
                new Scoring.Kept(
                        new SettingsTable(database, clock),
                        new Models(new ModelTable(database, vault, clock), capabilities),
                        scores,
                        new CurrentScores(new StoredScores(() -> firms, new RunTable(database, clock), scores))),
                event -> {},
                clock,
                Runnable::run);
    }

    private static RuleBook ruleBook() {
        Path bundles = Place.image().resolve("bundles");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(bundles, "holdfast-protection-pipl-*.jar");
                JarFile file = new JarFile(jars.iterator().next().toFile());
                InputStream in = file.getInputStream(file.getEntry("jurisdiction.json"))) {
            return RuleBookDescription.read("jurisdiction.json", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PersonSeries> series(Subsidiary subsidiary) {
        SeriesBuilder builder = new SeriesBuilder(industry(subsidiary), subsidiary.timezone());
        List<PersonSeries> all = new ArrayList<>();
        source().facts(subsidiary.id(), people.ids(subsidiary.id()), (id, facts) -> all.add(builder.build(id, facts)));
        return all;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Nobody here has talked with anybody: scores do not look at it. */
    private static final class NoPast implements PastCases {
        @Override
        public Rules rules(UUID subsidiaryId) {
            return new Rules(Set.of(), null);
        }

        @Override
        public Map<UUID, LocalDate> alertedSince(Collection<UUID> persons) {
            return Map.of();
        }

        @Override
        public int take(List<PastCase> cases) {
            throw new IllegalStateException("Past cases are left out of this import");
        }
    }

    /** Imports are stepped through by hand. */
    private static final class ByHand implements Runner {
        @Override
        public void start(UUID importId) {
            // Stepped through by hand.
        }

        @Override
        public void arrived(UUID subsidiaryId) {
            // Nobody is scored here.
        }

        @Override
        public void compact(UUID subsidiaryId) {
            // Done at the end, once.
        }
    }
}
