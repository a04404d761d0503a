package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What the desk of the data-protection officer shows of a subsidiary, as it shows it to the caller. For one request. */
@Dependent
final class ComplianceViews {
    private final ProcessingRecordResource record;
    private final BasesResource bases;
    private final AssessmentsResource assessments;
    private final NoticesResource notices;
    private final RetentionResource retention;

    @Inject
    ComplianceViews(
            ProcessingRecordResource record,
            BasesResource bases,
            AssessmentsResource assessments,
            NoticesResource notices,
            RetentionResource retention) {
        this.record = record;
        this.bases = bases;
        this.assessments = assessments;
        this.notices = notices;
        this.retention = retention;
    }

    /** Returns the views by the name of their file. */
    Map<String, Object> of(UUID subsidiaryId, String language) {
        return Map.of(
                "processing-record.json", record.show(subsidiaryId, language),
                "lawful-bases.json", bases.list(subsidiaryId),
                "assessments.json", assessments.list(subsidiaryId, language),
                "notices.json", notices.list(subsidiaryId));
    }

    RetentionResource.Periods retention(UUID subsidiaryId) {
        return retention.show(subsidiaryId);
    }
}
