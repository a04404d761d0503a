package org.holdfast.core.protection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys of a subsidiary as they stand in memory: each person's together with the key it is wrapped by, so
 * that whoever reads one while keys are rotated never gets two that do not belong together. Safe for use from many
 * threads.
 */
final class SubsidiaryKeys {
    private final UUID id;
    private final ConcurrentMap<UUID, KeyPath> paths;
    private volatile @Nullable WrappedKey wrapping;

    /** Takes over what is stored: paths by owner, and the key that wraps new people, null where it is the own one. */
    SubsidiaryKeys(UUID id, Map<UUID, KeyPath> stored, @Nullable WrappedKey wrapping) {
        this.id = id;
        this.paths = new ConcurrentHashMap<>(stored);
        this.wrapping = wrapping;
    }

    @Nullable
    KeyPath of(UUID owner) {
        return paths.get(owner);
    }

    /** Returns the subsidiary's own key, which seals what belongs to no one person; null before it is made. */
    @Nullable
    WrappedKey own() {
        KeyPath path = paths.get(id);
        return path == null ? null : path.subsidiaryKey();
    }

    /** Returns the key that wraps the keys of new people: the own one until it is rotated; null before that is made. */
    @Nullable
    WrappedKey wrapping() {
        WrappedKey rotated = wrapping;
        return rotated == null ? own() : rotated;
    }

    void wrapBy(WrappedKey key) {
        wrapping = key;
    }

    void own(WrappedKey key) {
        paths.put(id, KeyPath.ofSubsidiary(key));
    }

    void person(WrappedKey above, WrappedKey key) {
        paths.put(UUID.fromString(key.ownerId()), KeyPath.ofPerson(above, key));
    }

    /** Drops a person's key because it is destroyed, and returns it in its last wrap. */
    Optional<WrappedKey> remove(UUID person) {
        return Optional.ofNullable(paths.remove(person)).flatMap(KeyPath::personKey);
    }

    /** Takes a person's key in its new wrap; one that was destroyed meanwhile does not come back. */
    void rewrapped(WrappedKey above, WrappedKey key) {
        paths.computeIfPresent(UUID.fromString(key.ownerId()), (owner, former) -> KeyPath.ofPerson(above, key));
    }

    /** Takes a key of the subsidiary in its new wrap, for itself and for everybody below it. */
    void rewrapped(WrappedKey key) {
        WrappedKey rotated = wrapping;
        if (rotated != null && rotated.id().equals(key.id())) {
            wrapping = key;
        }
        paths.replaceAll((owner, path) ->
                path.subsidiaryKey().id().equals(key.id()) ? new KeyPath(key, path.personKey()) : path);
    }
}
