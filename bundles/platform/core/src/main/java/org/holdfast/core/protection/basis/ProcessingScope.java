package org.holdfast.core.protection.basis;

import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/** Says what scoring a subsidiary's people reads and which models do it, from what is installed. */
@FunctionalInterface
public interface ProcessingScope {

    /**
     * Describes the scoring of a subsidiary as it would be done now.
     *
     * @param subsidiaryId the subsidiary
     * @return what it reads and what does it
     */
    Scope of(UUID subsidiaryId);

    /**
     * What scoring reads and what does it.
     *
     * @param categories the data categories that are read
     * @param models the industry model and the engine, each {@code kind:code@major.minor}; without commas
     */
    record Scope(Set<DataCategory> categories, Set<String> models) {

        /** Copies both. */
        public Scope {
            categories = Set.copyOf(categories);
            models = Set.copyOf(models);
        }
    }
}
