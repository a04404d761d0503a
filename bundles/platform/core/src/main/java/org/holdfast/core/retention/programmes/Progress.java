package org.holdfast.core.retention.programmes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.programmes.Programme.Action;
import org.holdfast.core.retention.programmes.ProgrammeStep.What;
import org.jspecify.annotations.Nullable;

/**
 * Notes who has got what of a running programme. Said twice, it counts once; so two people who note different members at once are
 * both right, and neither has to try again. Safe for use from many threads.
 */
final class Progress {
    private static final int TRIES = 8;

    private final ProgrammeTable table;
    private final Programmes programmes;

    Progress(ProgrammeTable table, Programmes programmes) {
        this.table = table;
        this.programmes = programmes;
    }

    /**
     * What is noted.
     *
     * @param actionId the action
     * @param memberIds who has got it; null for all
     * @param done whether they have
     */
    record Note(UUID actionId, @Nullable Set<UUID> memberIds, boolean done) {}

    /**
     * Notes who has got an action.
     *
     * @param of the programme
     * @param note what is noted
     * @param seen whom the caller sees: of nobody else anything is noted
     * @param by who says so
     * @return the programme
     */
    Programme note(Programme of, Note note, Predicate<UUID> seen, Programmes.By by) {
        for (int left = TRIES; left > 0; left--) {
            Programme now = table.find(of.id()).orElseThrow(RestException::notFound);
            Programmes.requireState(now, ProgrammeState.RUNNING);
            if (noted(now, note, seen, by)) {
                return table.find(of.id()).orElseThrow(RestException::notFound);
            }
        }
        throw Programmes.changed();
    }

    private boolean noted(Programme now, Note note, Predicate<UUID> seen, Programmes.By by) {
        Action action = now.content().actions().stream()
                .filter(one -> one.id().equals(note.actionId()))
                .findFirst()
                .orElseThrow(() -> RestException.invalid("actionId", "unknown"));
        List<Member> changed = action.each() ? changed(now, note, seen) : List.of();
        int count = action.each()
                ? Math.max(0, action.done() + (note.done() ? changed.size() : -changed.size()))
                : note.done() ? 1 : 0;
        if (count == action.done() && changed.isEmpty()) {
            return true;
        }
        List<Action> actions = now.content().actions().stream()
                .map(one -> one.id().equals(action.id()) ? one.done(count) : one)
                .toList();
        ProgrammeStep step = programmes.step(What.PROGRESSED, by, action.title(), List.of());
        return table.progress(now.with(now.content().with(actions)), changed, step);
    }

    private List<Member> changed(Programme now, Note note, Predicate<UUID> seen) {
        List<Member> members = table.members(now);
        Set<UUID> asked = note.memberIds();
        if (asked != null
                && !members.stream().map(Member::personId).filter(seen).toList().containsAll(asked)) {
            throw RestException.invalid("memberIds", "unknown");
        }
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            boolean meant = asked == null ? seen.test(member.personId()) : asked.contains(member.personId());
            Set<UUID> done = new HashSet<>(member.done());
            if (meant && (note.done() ? done.add(note.actionId()) : done.remove(note.actionId()))) {
                changed.add(new Member(member.personId(), done));
            }
        }
        return changed;
    }
}
