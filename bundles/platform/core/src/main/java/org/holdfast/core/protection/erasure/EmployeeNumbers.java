package org.holdfast.core.protection.erasure;

import java.util.Optional;
import org.holdfast.core.protection.Subject;

/** By which number people are asked about. The room of people implements it. */
@FunctionalInterface
public interface EmployeeNumbers {

    /**
     * Returns a person's employee number.
     *
     * @param person the person
     * @return the number, or empty for people who are not known (any more)
     */
    Optional<String> of(Subject person);
}
