package org.holdfast.api.protection;

import java.util.Objects;
import java.util.Optional;

/**
 * The wrapped keys that lead to the key a record is sealed under.
 *
 * @param subsidiaryKey key of the subsidiary
 * @param personKey key of the person; empty for what belongs to no one person, such as a model
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here, and both ends are ours
public record KeyPath(WrappedKey subsidiaryKey, Optional<WrappedKey> personKey) {

    /** Checks that both are there. */
    public KeyPath {
        Objects.requireNonNull(subsidiaryKey, "subsidiaryKey");
        Objects.requireNonNull(personKey, "personKey");
    }

    /**
     * Returns the path to a person's key.
     *
     * @param subsidiaryKey key of the subsidiary
     * @param personKey key of the person
     * @return the path
     */
    public static KeyPath ofPerson(WrappedKey subsidiaryKey, WrappedKey personKey) {
        return new KeyPath(subsidiaryKey, Optional.of(personKey));
    }

    /**
     * Returns the path to a subsidiary's key.
     *
     * @param subsidiaryKey key of the subsidiary
     * @return the path
     */
    public static KeyPath ofSubsidiary(WrappedKey subsidiaryKey) {
        return new KeyPath(subsidiaryKey, Optional.empty());
    }
}
