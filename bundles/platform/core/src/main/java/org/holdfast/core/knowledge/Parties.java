package org.holdfast.core.knowledge;

import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.platform.rest.RestException;

/** Who has to do with a handover: who leaves, who gets something, and HR and superiors of who leaves. Safe for use from many threads. */
final class Parties {
    static final String READ = "knowledge:read";
    static final String WRITE = "knowledge:write";
    static final String WAIVE = "knowledge:waive";

    private final ExitCases cases;

    Parties(ExitCases cases) {
        this.cases = cases;
    }

    static boolean leaver(KnowledgeItem item, Visibility caller) {
        UUID person = item.of().personId();
        return person != null
                && caller.caller().employeeId().filter(person::equals).isPresent();
    }

    static boolean recipient(KnowledgeItem item, Visibility caller) {
        UUID recipient = item.course().recipientId();
        return recipient != null
                && caller.caller().employeeId().filter(recipient::equals).isPresent();
    }

    static boolean office(KnowledgeItem item, Visibility caller, String permission) {
        UUID person = item.of().personId();
        return person != null && caller.has(permission, item.of().subsidiaryId(), person);
    }

    /** Finds a case for who reads its list. */
    ExitCase find(UUID caseId, Visibility caller) {
        ExitCase found = cases.find(caseId).orElseThrow(RestException::notFound);
        if (!caller.has(READ, found.subsidiaryId(), found.personId())) {
            throw RestException.notFound();
        }
        return found;
    }

    /** Finds a case in which something is written, for who may do so. */
    ExitCase findOpen(UUID caseId, Visibility caller) {
        ExitCase found = find(caseId, caller);
        requireOpen(found);
        return found;
    }

    /** Demands that something can still be handed over. */
    void requireOpen(KnowledgeItem item) {
        requireOpen(cases.find(item.of().caseId()).orElseThrow(RestException::notFound));
    }

    static void requireOpen(ExitCase of) {
        if (of.stage() == Stage.WITHDRAWN) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_WITHDRAWN, "The case was taken back: nothing is handed over any more.");
        }
    }
}
