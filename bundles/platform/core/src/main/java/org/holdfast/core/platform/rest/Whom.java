package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the part that says whom a record of an answer is about: a random id, or a record that has one. On a map, its keys are
 * random ids, and each entry is told or not for itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Whom {

    /**
     * Returns whether the part itself is written.
     *
     * @return false for a part that is there for this purpose alone
     */
    boolean shown() default true;
}
