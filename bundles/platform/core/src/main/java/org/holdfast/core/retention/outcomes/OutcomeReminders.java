package org.holdfast.core.retention.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.retention.cases.RetentionCase;
import org.jspecify.annotations.Nullable;

/**
 * Reminds who has a case to look how it went on, from nine on the day until they have, or the next day of the kind comes. Once
 * the person has left there is nothing to look after.
 */
final class OutcomeReminders implements NoticeSource {
    static final NoticeKind DUE = new NoticeKind(
                    "followUpDue", Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR), "/cases", false)
            .optional()
            .forSuperiors();

    private final Outcomes outcomes;
    private final Firm firm;

    OutcomeReminders(Outcomes outcomes, Firm firm) {
        this.outcomes = outcomes;
        this.firm = firm;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(DUE);
    }

    @Override
    public List<Notice> standing() {
        Map<UUID, Set<UUID>> conflicts = firm.alerts().conflicts().all();
        List<Notice> found = new ArrayList<>();
        for (Outcomes.Outcome outcome : outcomes.recorded()) {
            firm.cases()
                    .find(outcome.caseId())
                    .ifPresent(one -> outcome.followUps().stream()
                            .filter(next -> due(one, next))
                            .forEach(next ->
                                    found.add(notice(one, next, conflicts.getOrDefault(one.alertId(), Set.of())))));
        }
        return found;
    }

    private boolean due(RetentionCase one, FollowUp next) {
        return next.state() == FollowUp.State.DUE
                && !firm.now().isBefore(firm.calendar(one.subsidiaryId()).morning(next.dueOn()));
    }

    private Notice notice(RetentionCase one, FollowUp next, Set<UUID> out) {
        return new Notice(
                        "outcome " + one.id() + ' ' + next.days(),
                        DUE,
                        one.subsidiaryId(),
                        superior(one, out),
                        one.personId())
                .without(out);
    }

    /** The superior who had the case, as long as they are one without an interest of their own; else HR looks. */
    private @Nullable UUID superior(RetentionCase one, Set<UUID> out) {
        UUID had = one.turn().talkerId();
        return had != null
                        && !out.contains(had)
                        && firm.alerts().superiors(one.personId()).contains(had)
                ? had
                : null;
    }
}
