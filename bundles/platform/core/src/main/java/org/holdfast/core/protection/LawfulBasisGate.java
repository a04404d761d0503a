package org.holdfast.core.protection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;

/**
 * The gate between signals and risk, with one rule: no basis on file, and where the basis is consent no consent on file,
 * then the signal is withheld. Job-site data rests on consent alone, whatever else is on file.
 */
public final class LawfulBasisGate implements SignalGate {
    private final LawfulBases bases;
    private final ConsentLedger consents;

    LawfulBasisGate(LawfulBases bases, ConsentLedger consents) {
        this.bases = bases;
        this.consents = consents;
    }

    @Override
    public boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day) {
        boolean consentNeeded = false;
        for (LawfulBasis basis : bases.all()) {
            if (!covers(basis, subsidiaryId, category, day)) {
                continue;
            }
            if (basis.kind() != LawfulBasis.Kind.CONSENT && category != DataCategory.JOB_SITE) {
                return true;
            }
            consentNeeded |= basis.kind() == LawfulBasis.Kind.CONSENT;
        }
        return consentNeeded
                && consents.granted(Subject.person(subsidiaryId, personId), category, Purpose.RETENTION, day);
    }

    @Override
    public SignalGate read(UUID subsidiaryId, Collection<UUID> persons) {
        return new LawfulBasisGate(bases, consents.read(subsidiaryId, persons));
    }

    private static boolean covers(LawfulBasis basis, UUID subsidiaryId, DataCategory category, LocalDate day) {
        return basis.category() == category
                && basis.purpose() == Purpose.RETENTION
                && basis.subsidiaryId().equals(subsidiaryId)
                && basis.validity().covers(day);
    }
}
