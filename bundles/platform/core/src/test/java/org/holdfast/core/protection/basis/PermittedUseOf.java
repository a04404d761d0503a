package org.holdfast.core.protection.basis;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.platform.database.Database;

/** Makes what a person is told about the use of data, for the tests of other rooms. */
public final class PermittedUseOf {

    private PermittedUseOf() {}

    /** Files one basis, HR rules, and puts a gate before it. */
    public static PermittedUse basis(Database database, UUID firm, DataCategory category, SignalGate gate) {
        LawfulBases bases = new LawfulBases(database, changed -> {});
        LocalDate from = LocalDate.of(2025, 1, 1);
        bases.replace(
                firm,
                List.of(new LawfulBasis(
                        firm, category, Purpose.RETENTION, BasisKind.HR_RULES, new LawfulBasis.Validity(from, null))));
        return new PermittedUse(
                gate,
                bases,
                id -> Optional.of(new SubsidiaryFacts.Facts("CN", ZoneOffset.UTC, false)),
                new SetClock("2026-11-20T02:00:00Z"));
    }
}
