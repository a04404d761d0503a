package org.holdfast.core.people;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.people.Employee.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which people are looked for.
 *
 * @param text part of a name or number, in any case; empty for all
 * @param subsidiaryIds subsidiaries; empty for all
 * @param departmentIds departments, with those below them; empty for all
 * @param status the status, null for any
 * @param visible whom the caller may see
 */
public record PeopleQuery(
        String text,
        Set<UUID> subsidiaryIds,
        Set<UUID> departmentIds,
        @Nullable Status status,
        Predicate<PersonCard> visible) {

    /** Copies the sets. */
    public PeopleQuery {
        Objects.requireNonNull(text, "text");
        subsidiaryIds = Set.copyOf(subsidiaryIds);
        departmentIds = Set.copyOf(departmentIds);
        Objects.requireNonNull(visible, "visible");
    }
}
