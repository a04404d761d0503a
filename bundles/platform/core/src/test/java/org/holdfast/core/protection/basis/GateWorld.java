package org.holdfast.core.protection.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Notices.Notice;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.holdfast.launcher.bundles.RuleBookDescription;

/** A real gate over a database of its own, with the rule books as they ship. */
final class GateWorld implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Set<String> MODELS = Set.of("industry:tech@1.0", "engine:org.holdfast.engine.xgboost@0.1");

    final SetClock clock = new SetClock("2026-11-26T12:00:00Z");
    final LocalDatabase database = LocalDatabase.fresh();
    final FixedRegistry registry = new FixedRegistry().with(book("pipl")).with(book("gdpr"));
    final Map<UUID, SubsidiaryFacts.Facts> subsidiaries = new HashMap<>();
    final Set<Agreed> agreed = new HashSet<>();
    final Set<UUID> objectors = new HashSet<>();
    final List<UUID> changed = new ArrayList<>();
    final RuleBooks books =
            new RuleBooks(registry, new JurisdictionChoices(database, changed::add, clock), this::facts);
    final LawfulBases bases = new LawfulBases(database, changed::add);
    final Assessments assessments = new Assessments(database, new TestVault(), changed::add, clock);
    final Notices notices = new Notices(database, changed::add, clock);
    final ScoringStops stops = new ScoringStops(database, changed::add, clock);
    final LawfulBasisGate.Rules rules = new LawfulBasisGate.Rules(this::facts, books, bases, assessments);
    final SignalGate gate = new LawfulBasisGate(rules, new Ledger(), notices, firm -> objectors, clock);
    Set<String> installed = MODELS;
    final ScoringPermission permission = new StandingPermission(
            rules, subsidiary -> new Scope(Set.of(DataCategory.values()), installed), stops, clock);

    /** Whether somebody agreed to the use of data of a category, from one day to another. */
    record Agreed(UUID person, DataCategory category, LocalDate from, LocalDate to) {}

    static RuleBook book(String code) {
        Path file = Path.of("..", "..", "protection", code, "src", "main", "resources", "jurisdiction.json");
        try (InputStream in = Files.newInputStream(file)) {
            return RuleBookDescription.read(code + "/jurisdiction.json", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID subsidiary(String country, boolean sandbox) {
        UUID id = UUID.randomUUID();
        subsidiaries.put(id, new SubsidiaryFacts.Facts(country, ZoneId.of("Asia/Shanghai"), sandbox));
        return id;
    }

    /** A subsidiary in China where everything is as it must be. */
    UUID lawful() {
        UUID id = subsidiary("CN", false);
        proposed(id);
        assessed(id, Set.of(DataCategory.values()));
        return id;
    }

    /** Files every basis its rule book proposes. */
    void proposed(UUID subsidiary) {
        bases.replace(
                subsidiary,
                books.of(subsidiary).orElseThrow().bases().stream()
                        .map(rule -> new LawfulBasis(
                                subsidiary,
                                rule.category(),
                                rule.purpose(),
                                rule.proposed(),
                                new LawfulBasis.Validity(TODAY.minusYears(1), null)))
                        .toList());
    }

    void basis(UUID subsidiary, DataCategory category, BasisKind kind, LocalDate from, LocalDate to) {
        List<LawfulBasis> all = new ArrayList<>(bases.of(subsidiary));
        all.add(new LawfulBasis(subsidiary, category, Purpose.RETENTION, kind, new LawfulBasis.Validity(from, to)));
        bases.replace(subsidiary, all);
    }

    Assessment assessed(UUID subsidiary, Set<DataCategory> categories) {
        Assessment draft = assessments.open(subsidiary, "pipl@1.0.0", new Scope(categories, MODELS), Map.of());
        assessments.sign(draft, new UUID(1, 1), TODAY.plusMonths(12));
        return draft;
    }

    Notice notice(UUID subsidiary, Set<DataCategory> categories) {
        Notice notice = new Notice(
                UUID.randomUUID(), subsidiary, "Notice", "intranet", TODAY.minusDays(30), categories, "The officer");
        notices.publish(notice);
        return notice;
    }

    void told(UUID subsidiary, UUID... persons) {
        notices.give(notice(subsidiary, Set.of(DataCategory.values())), List.of(persons), TODAY.minusDays(1));
    }

    private Optional<SubsidiaryFacts.Facts> facts(UUID subsidiary) {
        return Optional.ofNullable(subsidiaries.get(subsidiary));
    }

    @Override
    public void close() {
        database.close();
    }

    ConsentLedger ledger() {
        return new Ledger();
    }

    private final class Ledger implements ConsentLedger {
        @Override
        public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
            return agreed.stream()
                    .anyMatch(given -> given.person.equals(person.personId().orElseThrow())
                            && given.category == category
                            && !day.isBefore(given.from)
                            && !day.isAfter(given.to));
        }

        @Override
        public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
            return this;
        }
    }
}
