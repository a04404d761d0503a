package org.holdfast.core.platform.rest;

import java.util.Collection;
import java.util.List;

/**
 * The resource classes of the server.
 *
 * @param all classes with {@code @Path}
 */
public record ResourceClasses(Collection<Class<?>> all) {

    /** Copies the classes. */
    public ResourceClasses {
        all = List.copyOf(all);
    }
}
