package org.holdfast.core.access;

/**
 * Takes new passwords: checked by the rules where a person chose them, and hashed. Safe for use from many threads.
 *
 * @param rules which passwords are taken
 * @param hashes hashes them
 */
record NewPasswords(PasswordRules rules, PasswordHashes hashes) {

    /**
     * Checks and hashes what a person chose.
     *
     * @param field the field it came in
     * @throws org.holdfast.core.platform.rest.RestException with status 400 where a rule refuses it
     */
    String accept(String field, String username, String password) {
        rules.check(field, username, password);
        return random(password);
    }

    /** Hashes what chance made: it needs no rules. */
    String random(String password) {
        return hashes.hash(password.toCharArray());
    }
}
