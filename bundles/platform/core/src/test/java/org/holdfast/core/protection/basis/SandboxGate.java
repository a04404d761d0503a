package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;

/** A real gate before a sandbox in which everything but job-site data has a basis, for the tests of other rooms. */
public final class SandboxGate {

    private SandboxGate() {}

    /** Puts the gate before a firm. */
    public static SignalGate before(UUID firm, Database database, Objections objections, Clock clock) {
        SubsidiaryFacts facts = id -> Optional.of(new SubsidiaryFacts.Facts("CN", ZoneOffset.UTC, true));
        LawfulBases bases = new LawfulBases(database, changed -> {});
        bases.replace(
                firm,
                Arrays.stream(DataCategory.values())
                        .map(category -> new LawfulBasis(
                                firm,
                                category,
                                Purpose.RETENTION,
                                BasisKind.HR_RULES,
                                new LawfulBasis.Validity(LocalDate.of(2000, 1, 1), null)))
                        .toList());
        RuleBooks books =
                new RuleBooks(new FixedRegistry(), new JurisdictionChoices(database, changed -> {}, clock), facts);
        Assessments assessments = new Assessments(database, new TestVault(), changed -> {}, clock);
        return new LawfulBasisGate(
                new LawfulBasisGate.Rules(facts, books, bases, assessments),
                new NoConsents(),
                new Notices(database, changed -> {}, clock),
                objections,
                clock);
    }

    private static final class NoConsents implements ConsentLedger {
        @Override
        public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
            return false;
        }

        @Override
        public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
            return this;
        }
    }
}
