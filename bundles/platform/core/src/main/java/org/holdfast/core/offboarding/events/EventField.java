package org.holdfast.core.offboarding.events;

/** A part of an event that tells something of who leaves or of their case. There is none that says why. */
enum EventField {
    /** The employee number. */
    EMPLOYEE_NO("employeeNo"),
    /** Random id of the case. */
    CASE("case"),
    /** The last day of employment. */
    LAST_DAY("lastDay"),
    /** Which step it is about. */
    STEP("step"),
    /** Whose step it is. */
    OFFICE("office"),
    /** Until when the step has to be done. */
    DUE_ON("dueOn"),
    /** How the step was done. */
    OUTCOME("outcome");

    private final String code;

    EventField(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
