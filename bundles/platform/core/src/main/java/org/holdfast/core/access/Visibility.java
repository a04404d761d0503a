package org.holdfast.core.access;

import java.util.UUID;
import org.holdfast.core.platform.rest.FieldSight;

/**
 * What the caller of the present request may do, whose records the caller sees, and which fields of them. Inject it into a
 * resource.
 *
 * <p>The rule for answers: 403 where the caller's role can never use the endpoint (the request filter answers it), 404
 * where this one thing is out of the caller's sight, so that it cannot be told from what does not exist.
 */
public interface Visibility extends FieldSight {

    /**
     * Says whether the caller sees records about a person at this endpoint.
     *
     * <p>Only roles that open the endpoint count. Nobody sees a record about themselves or a superior here: own data
     * has endpoints of its own.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return whether the person exists as far as the caller is concerned
     */
    boolean maySee(UUID subsidiaryId, UUID personId);

    /**
     * Says whether the caller sees the subsidiary itself, its departments and its aggregates.
     *
     * @param subsidiaryId the subsidiary
     * @return whether it exists as far as the caller is concerned
     */
    boolean maySeeSubsidiary(UUID subsidiaryId);

    /**
     * Demands a permission beyond the endpoint's own.
     *
     * @param permission such as {@code employees:readPay}
     * @throws org.holdfast.core.platform.rest.RestException with status 403 where the caller does not have it
     */
    void require(String permission);

    /**
     * Says whether the caller has a permission, for fields that only some see.
     *
     * @param permission such as {@code employees:readPay}
     * @return whether the caller has it
     */
    boolean has(String permission);

    /**
     * Says whether the caller has a permission that reaches this person: somebody who is both HR of one subsidiary and
     * a manager in another sees scores in the first and bands in the second.
     *
     * @param permission such as {@code risk:read}
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return whether a role that grants the permission sees the person
     */
    boolean has(String permission, UUID subsidiaryId, UUID personId);

    /**
     * Demands that the caller sees a person.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @throws org.holdfast.core.platform.rest.RestException with status 404 where the caller does not
     */
    void requirePerson(UUID subsidiaryId, UUID personId);

    /**
     * Demands that the caller sees a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @throws org.holdfast.core.platform.rest.RestException with status 404 where the caller does not
     */
    void requireSubsidiary(UUID subsidiaryId);

    /**
     * Returns who calls.
     *
     * @return the caller
     * @throws org.holdfast.core.platform.rest.RestException with status 401 at an open endpoint without a session
     */
    Caller caller();
}
