package org.holdfast.core.retention.cases;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;

/** Cases as other rooms see them. Safe for use from many threads. */
public final class Cases {
    private final CaseTable table;
    private final CaseReader reader;

    Cases(CaseTable table, CaseReader reader) {
        this.table = table;
        this.reader = reader;
    }

    /**
     * Finds a case.
     *
     * @param id the case
     * @return the case, or empty
     */
    public Optional<RetentionCase> find(UUID id) {
        return table.find(id);
    }

    /**
     * Finds a case the caller acts in: as HR of the person, or as the superior who has to talk.
     *
     * @param id the case
     * @param caller who calls
     * @return the case
     * @throws RestException with status 404 where there is none, or the caller may not see it
     */
    public RetentionCase acted(UUID id, Visibility caller) {
        RetentionCase found = reader.find(id, caller);
        if (!acts(found, caller)) {
            throw RestException.notFound();
        }
        return found;
    }

    /**
     * Says whether the caller acts in a case.
     *
     * @param one the case
     * @param caller who calls
     * @return true for HR of the person and for the superior who has to talk
     */
    public boolean acts(RetentionCase one, Visibility caller) {
        return reader.sees(one, caller) && (asHr(one, caller) || CaseReader.asTalker(one, caller));
    }

    /**
     * Says whether the caller sees a case as HR of the person.
     *
     * @param one the case
     * @param caller who calls
     * @return whether the caller does
     */
    public boolean asHr(RetentionCase one, Visibility caller) {
        return CaseReader.asHr(one, caller);
    }
}
