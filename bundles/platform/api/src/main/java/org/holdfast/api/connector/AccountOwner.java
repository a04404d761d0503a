package org.holdfast.api.connector;

import java.util.Objects;

/**
 * Whose accounts are looked for.
 *
 * @param employeeNo the employee number, not empty
 * @param email the firm's mail address, empty where none is known
 * @since 1.1.0
 */
public record AccountOwner(String employeeNo, String email) {

    /** Checks that nothing is null, and that there is a number. */
    public AccountOwner {
        Objects.requireNonNull(email, "email");
        if (employeeNo.isBlank()) {
            throw new IllegalArgumentException("Whoever is looked for has a number");
        }
    }

    /** Says nothing of the person: it belongs in no log. */
    @Override
    public String toString() {
        return "an owner";
    }
}
