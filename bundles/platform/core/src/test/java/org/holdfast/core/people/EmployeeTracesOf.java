package org.holdfast.core.people;

import org.holdfast.core.protection.erasure.PersonTraces;

/** Hands a test of another room what this room holds about people. */
public final class EmployeeTracesOf {
    private EmployeeTracesOf() {}

    public static PersonTraces people(SealedPeople people) {
        return new EmployeeTraces(people);
    }
}
