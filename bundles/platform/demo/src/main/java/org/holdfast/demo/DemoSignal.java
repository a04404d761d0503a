package org.holdfast.demo;

/** The signals of the demo group, with the system each one comes from. */
enum DemoSignal {
    RESUME_UPDATE("resume.update", "liepin"),
    LATE("attendance.late", "punch"),
    LEAVE_DAYS("attendance.leave_days", "punch"),
    ABSENCE("attendance.absence", "punch"),
    OVERTIME_HOURS("attendance.overtime_hours", "punch"),
    RATING("performance.rating", "hr"),
    TARGET("performance.target_attainment", "crm"),
    BASE_PAY("pay.base", "hr"),
    RAISE_REQUEST("pay.raise_request", "hr"),
    COMMITS("work.commits", "git"),
    MEETINGS("work.meetings", "calendar"),
    MESSAGES("work.messages", "messenger"),
    DELAY("project.delay", "project"),
    PATENT("patent.filed", "project"),
    FEEDBACK("feedback.text", "survey"),
    LEAVE_INTENT("survey.leave_intent", "survey"),
    ENPS("survey.enps", "survey");

    private final String code;
    private final String source;

    DemoSignal(String code, String source) {
        this.code = code;
        this.source = source;
    }

    String code() {
        return code;
    }

    String source() {
        return source;
    }
}
