package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the part of an item that names the field the whole item is told as, such as the data category of a reason: a list
 * leaves out the items whose field the reader is not told.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ToldAs {

    /**
     * Returns whether the part itself is written.
     *
     * @return false for a part that is there for this purpose alone
     */
    boolean shown() default true;
}
