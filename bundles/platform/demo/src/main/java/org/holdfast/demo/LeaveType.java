package org.holdfast.demo;

/** Why somebody left, in the words of the import file. */
enum LeaveType {
    VOLUNTARY("voluntary"),
    INVOLUNTARY("involuntary"),
    RETIREMENT("retirement"),
    OTHER("other");

    private final String code;

    LeaveType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
