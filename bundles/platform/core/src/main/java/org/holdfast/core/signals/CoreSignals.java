package org.holdfast.core.signals;

import static org.holdfast.api.signal.SignalKind.LEVEL;
import static org.holdfast.api.signal.SignalKind.OCCURRENCE;
import static org.holdfast.api.signal.SignalKind.TEXT;

import java.util.List;
import java.util.Set;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;

/** The signals every server knows. */
public final class CoreSignals {
    /** A person's résumé was updated on a job site. */
    public static final String RESUME_UPDATE = "resume.update";

    static final List<SignalDefinition> ALL = List.of(
            signal(RESUME_UPDATE, "count", DataCategory.JOB_SITE, OCCURRENCE),
            signal("attendance.late", "minutes", DataCategory.ATTENDANCE, OCCURRENCE),
            signal("attendance.leave_days", "days", DataCategory.ATTENDANCE, OCCURRENCE),
            signal("attendance.absence", "days", DataCategory.ATTENDANCE, OCCURRENCE),
            signal("attendance.overtime_hours", "hours", DataCategory.ATTENDANCE, OCCURRENCE),
            signal("performance.rating", "points", DataCategory.PERFORMANCE, LEVEL),
            signal("performance.target_attainment", "percent", DataCategory.PERFORMANCE, LEVEL),
            signal(FactCodes.BASE_PAY, "currency", DataCategory.PAY, LEVEL),
            signal("pay.raise_request", "count", DataCategory.PAY, OCCURRENCE),
            signal("work.commits", "count", DataCategory.WORK, OCCURRENCE),
            signal("work.meetings", "count", DataCategory.WORK, OCCURRENCE),
            signal("work.messages", "count", DataCategory.WORK, OCCURRENCE),
            signal("project.delay", "days", DataCategory.PROJECT, OCCURRENCE),
            signal("patent.filed", "count", DataCategory.PROJECT, OCCURRENCE),
            signal("feedback.text", "text", DataCategory.FEEDBACK, TEXT),
            signal("survey.leave_intent", "points", DataCategory.SURVEY, LEVEL),
            signal("survey.enps", "points", DataCategory.SURVEY, LEVEL));

    private CoreSignals() {}

    private static SignalDefinition signal(String code, String unit, DataCategory category, SignalKind kind) {
        return new SignalDefinition(code, unit, category, Set.of(Purpose.RETENTION, Purpose.INSIGHT), kind);
    }
}
