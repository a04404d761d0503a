package org.holdfast.api.connector;

/**
 * What a system said when it was to disable an account.
 *
 * @since 1.1.0
 */
public enum DisableOutcome {
    /** It says that it did so. */
    DISABLED,
    /** It was disabled before. */
    ALREADY_DISABLED,
    /** There is no such account any more. */
    GONE
}
