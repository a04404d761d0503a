package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Raises the limit of a JSON body, which is {@value #DEFAULT_BYTES} bytes where nothing else is said. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MaxBody {

    /** The limit where nothing else is said: 1 MiB. */
    int DEFAULT_BYTES = 1024 * 1024;

    /** The highest limit there is: 8 MiB. */
    int HIGHEST_BYTES = 8 * 1024 * 1024;

    /**
     * Returns the limit.
     *
     * @return bytes, at most {@link #HIGHEST_BYTES}
     */
    int value();
}
