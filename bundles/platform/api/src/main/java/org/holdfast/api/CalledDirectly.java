package org.holdfast.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that the host calls on its own thread, without a time limit.
 *
 * <p>Only for calls of microseconds in an innermost loop (sealing a record), where handing the call to another
 * thread would cost more than the call. Faults are still counted, and a call after the bundle is gone still fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CalledDirectly {}
