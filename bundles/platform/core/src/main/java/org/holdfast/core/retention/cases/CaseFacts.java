package org.holdfast.core.retention.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.retention.cases.Talk.Intent;
import org.jspecify.annotations.Nullable;

/** Tells of the cases of a subsidiary what figures are counted from. Safe for use from many threads. */
public final class CaseFacts {
    private final CaseTable table;
    private final TalkTable talks;

    CaseFacts(CaseTable table, TalkTable talks) {
        this.table = table;
        this.talks = talks;
    }

    /**
     * Returns the cases of a subsidiary. What is not on file any more because the person was erased is not among them.
     *
     * @param subsidiaryId the subsidiary
     * @return one for each alert that has a case
     */
    public List<CaseFact> of(UUID subsidiaryId) {
        List<RetentionCase> cases = table.ofSubsidiary(subsidiaryId);
        Map<UUID, List<Talk>> held = talks.ofCases(cases);
        return cases.stream()
                .map(one -> fact(one, held.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /**
     * Returns what differs once a case of a subsidiary was opened, talked in or erased.
     *
     * @param subsidiaryId the subsidiary
     * @return to be compared with an earlier one
     */
    public Object standing(UUID subsidiaryId) {
        return table.standing(subsidiaryId);
    }

    private static CaseFact fact(RetentionCase one, List<Talk> talks) {
        Set<UUID> corrected = new HashSet<>();
        talks.forEach(talk -> {
            if (talk.corrects() != null) {
                corrected.add(talk.corrects());
            }
        });
        List<Talk.Words> valid = talks.stream()
                .filter(talk -> !corrected.contains(talk.id()))
                .map(Talk::words)
                .toList();
        LocalDate first = valid.stream()
                .map(Talk.Words::heldOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new CaseFact(one.alertId(), one.times().openedAt(), first, meansToLeave(valid));
    }

    private static @Nullable Boolean meansToLeave(List<Talk.Words> talks) {
        if (talks.stream().anyMatch(talk -> talk.intent() == Intent.CONFIRMED)) {
            return Boolean.TRUE;
        }
        return talks.stream().anyMatch(talk -> talk.intent() == Intent.DENIED) ? Boolean.FALSE : null;
    }
}
