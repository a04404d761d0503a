package org.holdfast.core.people;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Which people a caller looks for.
 *
 * @param text part of a name or number
 * @param subsidiaryIds subsidiaries
 * @param departmentIds departments
 * @param status status
 * @param limit items per page
 * @param cursor where to begin
 */
public record EmployeeSearch(
        @Nullable String text,
        @Nullable Set<UUID> subsidiaryIds,
        @Nullable Set<UUID> departmentIds,
        @Nullable String status,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** What whoever is looked for by number has to be told as. */
    static final Set<String> NUMBER = Set.of("name");

    private static final Set<String> NUMBER_AND_POST = Set.of("name", "post");

    /** Returns the fields that are searched, filtered and sorted by; the list is always in the order of names. */
    Set<String> fields() {
        boolean post = subsidiaryIds != null || departmentIds != null || (status != null && !status.isEmpty());
        return post ? NUMBER_AND_POST : NUMBER;
    }

    PeopleQuery query(Predicate<PersonCard> visible) {
        return new PeopleQuery(
                text == null ? "" : text,
                subsidiaryIds == null ? Set.of() : subsidiaryIds,
                departmentIds == null ? Set.of() : departmentIds,
                wantedStatus(),
                visible);
    }

    /** Returns what was looked for, to bind cursors to it. */
    String fingerprint() {
        return text + "|" + subsidiaryIds + '|' + departmentIds + '|' + status;
    }

    private Employee.@Nullable Status wantedStatus() {
        if (status == null || status.isEmpty()) {
            return null;
        }
        return Arrays.stream(Employee.Status.values())
                .filter(one -> one.code().equals(status))
                .findFirst()
                .orElseThrow(() -> RestException.invalid("status", "notOneOf"));
    }
}
