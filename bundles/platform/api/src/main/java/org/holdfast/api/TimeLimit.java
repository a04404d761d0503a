package org.holdfast.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long the host waits for a call into a bundle before it abandons the call and quarantines the bundle.
 *
 * <p>Methods without it have {@value #DEFAULT_SECONDS} seconds.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TimeLimit {

    /** Seconds a call may take where nothing else is said. */
    int DEFAULT_SECONDS = 10;

    /**
     * Returns the longest time a call may take.
     *
     * @return whole seconds, at least one
     */
    int seconds() default DEFAULT_SECONDS;
}
