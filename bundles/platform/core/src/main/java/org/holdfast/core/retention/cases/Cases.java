package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;

/** Cases as other rooms see them. Safe for use from many threads. */
public final class Cases {
    private final CaseTable table;
    private final CaseReader reader;
    private final TalkDesk talks;

    Cases(CaseTable table, CaseReader reader, TalkDesk talks) {
        this.table = table;
        this.reader = reader;
        this.talks = talks;
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
     * Returns the cases in which the caller acts, asked of the database once: for who looks at many.
     *
     * @param closed whether those that are closed, else those that are not
     * @param caller who calls
     * @return the cases
     */
    public List<RetentionCase> acted(boolean closed, Visibility caller) {
        return reader.acted(closed ? table.inState(CaseState.CLOSED) : table.unclosed(), caller);
    }

    /**
     * Returns those of some cases in which the caller acts, asked of the database once.
     *
     * @param ids the cases
     * @param caller who calls
     * @return the cases
     */
    public List<RetentionCase> acted(Collection<UUID> ids, Visibility caller) {
        return ids.isEmpty() ? List.of() : reader.acted(table.all(ids), caller);
    }

    /**
     * Finds a case the caller sees, be it theirs or not any more.
     *
     * @param id the case
     * @param caller who calls
     * @return the case
     * @throws RestException with status 404 where there is none, or the caller may not see it
     */
    public RetentionCase seen(UUID id, Visibility caller) {
        return reader.find(id, caller);
    }

    /**
     * Returns on which day somebody talked with the person first.
     *
     * @param one the case
     * @return the day; empty where nobody has
     */
    public Optional<LocalDate> firstTalk(RetentionCase one) {
        return talks.days(one).stream().min(Comparator.naturalOrder());
    }

    /**
     * Closes a case, unless it is closed. Joins the transaction under way.
     *
     * @param one the case
     * @param now the moment
     */
    public void close(RetentionCase one, Instant now) {
        table.close(one, now);
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
     * Says whether a case is closed to the caller, because they have an interest of their own in it.
     *
     * @param one the case
     * @param caller who calls
     * @return whether they must see nothing of it, however it comes to them
     */
    public boolean closedTo(RetentionCase one, Visibility caller) {
        return reader.closedTo(one, caller);
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
