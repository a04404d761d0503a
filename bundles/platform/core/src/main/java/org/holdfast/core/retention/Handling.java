package org.holdfast.core.retention;

/**
 * Who dealt with an alert and what came of it; sealed in the database. Words are empty where there is nothing yet.
 *
 * @param acknowledgedBy name of the account that took it on
 * @param closedBy name of the account that closed it
 * @param reason code of the reason it was closed for
 * @param note what was written beside it
 */
record Handling(String acknowledgedBy, String closedBy, String reason, String note) {
    static final Handling NONE = new Handling("", "", "", "");
}
