package org.holdfast.core.privacy;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong at the desk of the data-protection officer. The names are part of the API. */
enum PrivacyError implements StatusCode {
    /** The subsidiary follows no rule book that is installed. */
    NO_RULE_BOOK,
    /** The assessment is signed: it stays as it is. */
    ASSESSMENT_SIGNED,
    /** A question has no answer, or one that cannot be signed. */
    ASSESSMENT_INCOMPLETE,
    /** Something was installed or changed since the draft was opened. */
    ASSESSMENT_OUTDATED,
    /** Nobody is named whom the people of the subsidiary can ask. */
    NO_CONTACT,
    /** The caller's account is linked to no employee. */
    NOT_AN_EMPLOYEE;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
