package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.basis.Notices.Notice;

/** A real gate before a subsidiary that is no sandbox: bases filed, assessment signed, everybody told. */
public final class LawfulSubsidiary {
    private final Database database;
    private final RuleBook book;
    private final Clock clock;

    /** Makes subsidiaries that follow a rule book. */
    public LawfulSubsidiary(Database database, RuleBook book, Clock clock) {
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /** Makes a subsidiary's use of data lawful from long ago on and puts the gate before it. */
    public SignalGate gate(UUID firm, Collection<UUID> people, ConsentLedger consents) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ZoneId zone = ZoneOffset.UTC;
        SubsidiaryFacts facts = id -> Optional.of(
                new SubsidiaryFacts.Facts(book.countries().iterator().next(), zone, false));
        RuleBooks books = new RuleBooks(
                new FixedRegistry().with(book), new JurisdictionChoices(database, changed -> {}, clock), facts);
        LawfulBases bases = new LawfulBases(database, changed -> {});
        bases.replace(
                firm,
                book.bases().stream()
                        .map(rule -> new LawfulBasis(
                                firm,
                                rule.category(),
                                rule.purpose(),
                                rule.proposed(),
                                new LawfulBasis.Validity(today.minusYears(10), null)))
                        .toList());
        Assessments assessments = new Assessments(database, new TestVault(), changed -> {}, clock);
        Set<DataCategory> all = Set.of(DataCategory.values());
        Assessment draft = assessments.open(
                firm, book.code() + "@" + book.version(), new ProcessingScope.Scope(all, Set.of()), Map.of());
        assessments.sign(draft, new UUID(1, 1), today.plusMonths(12));
        Notices notices = new Notices(database, changed -> {}, clock);
        Notice notice =
                new Notice(UUID.randomUUID(), firm, "Notice", "intranet", today.minusDays(30), all, "The officer");
        notices.publish(notice);
        notices.give(notice, people, today.minusDays(20));
        return new LawfulBasisGate(
                new LawfulBasisGate.Rules(facts, books, bases, assessments), consents, notices, id -> Set.of(), clock);
    }
}
