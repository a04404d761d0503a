package org.holdfast.core.platform.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of the present request is told about whom, by {@code config/fields.csv}. The one place that decides it:
 * answers are written by it, and what sorts, filters or adds up by a field asks it before. For one request.
 */
public interface FieldSight {

    /**
     * Says whether the caller is told a field about a person.
     *
     * @param field a line of the table
     * @param personId the person
     * @param subsidiaryId the person's subsidiary; null to have it looked up, which finds nobody who was erased
     * @return false for a person who is not known, and at an open endpoint
     */
    boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId);

    /**
     * Says whether the caller is told a field about anybody in a subsidiary.
     *
     * @param field a line of the table
     * @param subsidiaryId the subsidiary; null for no one in particular
     * @return whether one of the caller's roles there has it
     */
    boolean tellsIn(String field, @Nullable UUID subsidiaryId);

    /**
     * Demands that the caller is told fields about anybody at all, before something is sorted or filtered by them.
     *
     * @param fields lines of the table
     * @throws RestException with status 403 and the type {@code field-not-told} where one is told about nobody
     */
    default void requireTold(Iterable<String> fields) {
        for (String field : fields) {
            if (!tellsIn(field, null)) {
                throw RestException.of(
                        RestError.FIELD_NOT_TOLD, "You are not told \"" + field + "\", so nothing is found by it.");
            }
        }
    }
}
