package org.holdfast.core.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The handover list of a case.
 *
 * @param caseId the offboarding case
 * @param subsidiaryId the firm
 * @param personId who leaves
 * @param version how often it was changed
 * @param begunAt when it was begun
 * @param waiver why HR does without the whole of it; null where it does not
 */
record Checklist(
        UUID caseId,
        UUID subsidiaryId,
        UUID personId,
        int version,
        Instant begunAt,
        KnowledgeItem.@Nullable Remark waiver) {}
