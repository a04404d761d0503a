package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a part of an answer to a field of {@code config/fields.csv}: it is written for whom the table tells the field about
 * this person, and absent otherwise. Whom the part is about says {@link Whom} of the same record, else of the one around it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Told {

    /**
     * Returns the field.
     *
     * @return a line of the table, such as {@code pay}
     */
    String value();
}
