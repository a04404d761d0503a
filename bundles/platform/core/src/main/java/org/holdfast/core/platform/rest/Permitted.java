package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission a caller needs for an endpoint. Every JAX-RS method carries this or {@link Open}; one without
 * either is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permitted {

    /**
     * Returns the permissions, any one of which opens the endpoint.
     *
     * @return codes of the table of roles, such as {@code risk:read}; never empty
     */
    String[] value();

    /**
     * Returns whether somebody may call it who still has to change a one-time password or to add a second factor.
     *
     * @return true for the few endpoints that lead there
     */
    boolean duringSetup() default false;
}
