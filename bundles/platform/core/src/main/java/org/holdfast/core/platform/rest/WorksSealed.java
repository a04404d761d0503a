package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint that works while the key ring is not open, because neither what it takes nor what it answers is
 * about people. Stands beside {@link Permitted} or {@link Open}; an endpoint without it answers 503 then.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WorksSealed {}
