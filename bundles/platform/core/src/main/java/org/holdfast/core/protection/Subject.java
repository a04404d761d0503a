package org.holdfast.core.protection;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a sealed record is about, and so under whose key it lies.
 *
 * @param subsidiaryId the subsidiary
 * @param personId the person; empty for what belongs to no one person, such as a model
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record Subject(UUID subsidiaryId, Optional<UUID> personId) {

    /** Checks that both are there. */
    public Subject {
        Objects.requireNonNull(subsidiaryId, "subsidiaryId");
        Objects.requireNonNull(personId, "personId");
    }

    /**
     * Returns a person as subject.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return the subject
     */
    public static Subject person(UUID subsidiaryId, UUID personId) {
        return new Subject(subsidiaryId, Optional.of(personId));
    }

    /**
     * Returns a subsidiary as subject.
     *
     * @param subsidiaryId the subsidiary
     * @return the subject
     */
    public static Subject subsidiary(UUID subsidiaryId) {
        return new Subject(subsidiaryId, Optional.empty());
    }

    /**
     * Returns the identity that is bound into the seal.
     *
     * @return the person's id, or the subsidiary's
     */
    public String id() {
        return personId.orElse(subsidiaryId).toString();
    }
}
