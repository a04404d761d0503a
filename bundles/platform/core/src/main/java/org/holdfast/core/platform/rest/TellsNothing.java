package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an answer, or a part of one, that tells nothing about a person beyond random ids: settings, counts, states of jobs,
 * accounts. Every other part of every answer is bound to a field by {@link Told}; a test knows them all.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface TellsNothing {}
