package org.holdfast.core.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint at which nobody may be found out to have called: an answer to an anonymous survey. Nothing of a call is
 * written down, neither in the audit log nor under an idempotency key, whose fingerprint could be compared with every answer
 * there is. Such an endpoint has to take a call once by itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Anonymous {}
