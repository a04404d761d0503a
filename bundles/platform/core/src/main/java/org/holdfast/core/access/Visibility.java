package org.holdfast.core.access;

import java.util.UUID;

/** What the caller of the present request may see and do. */
public interface Visibility {

    /**
     * Returns whether the caller may see a person.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return false where the answer must be the same as for a person that does not exist
     */
    boolean maySee(UUID subsidiaryId, UUID personId);

    /**
     * Returns whether the caller may see a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return false where the answer must be the same as for a subsidiary that does not exist
     */
    boolean maySeeSubsidiary(UUID subsidiaryId);

    /**
     * Refuses the call where the caller lacks a permission.
     *
     * @param permission such as {@code people:read}
     */
    void require(String permission);

    /**
     * Returns whether the caller has a permission.
     *
     * @param permission such as {@code people:read}
     * @return true where it has
     */
    boolean has(String permission);
}
