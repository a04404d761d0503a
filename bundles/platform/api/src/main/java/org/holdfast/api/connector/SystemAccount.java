package org.holdfast.api.connector;

import java.util.Objects;

/**
 * An account as a system knows it.
 *
 * @param reference what the account is kept by, for ever: an id, or a distinguished name where there is none; 1 to
 *     {@value AccountSystem#LONGEST_REFERENCE} characters. Numbers are text: some have more digits than a number of JSON keeps
 * @param name what people call it, such as a user name; may be empty
 * @param employeeNo the employee number it bears, empty where it bears none
 * @param email the mail address it bears, empty where it bears none
 * @param life whether it can be used
 * @since 1.1.0
 */
public record SystemAccount(String reference, String name, String employeeNo, String email, AccountStatus.Life life) {

    /** Checks that nothing is null, and that the reference can be kept. */
    public SystemAccount {
        if (reference.isEmpty() || reference.length() > AccountSystem.LONGEST_REFERENCE) {
            throw new IllegalArgumentException(
                    "A reference has 1 to " + AccountSystem.LONGEST_REFERENCE + " characters");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(employeeNo, "employeeNo");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(life, "life");
    }

    /** Says nothing of the person: it belongs in no log. */
    @Override
    public String toString() {
        return "an account, " + life;
    }
}
