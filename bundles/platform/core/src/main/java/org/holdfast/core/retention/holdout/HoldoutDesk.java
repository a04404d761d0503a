package org.holdfast.core.retention.holdout;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.holdout.Holdout.Signatures;

/** Begins and stops hold-outs: one wants it, another confirms it, either ends it. Safe for use from many threads. */
final class HoldoutDesk {
    private final HoldoutTable table;
    private final HoldoutDays days;
    private final Lots lots;

    HoldoutDesk(HoldoutTable table, HoldoutDays days, Lots lots) {
        this.table = table;
        this.days = days;
        this.lots = lots;
    }

    /** Returns the hold-outs of a subsidiary, the newest first. */
    List<Holdout> of(UUID subsidiaryId) {
        return table.of(subsidiaryId);
    }

    /** Returns those that wait for a second person, of all subsidiaries. */
    List<Holdout> waiting() {
        return table.unconfirmed().stream()
                .filter(holdout -> state(holdout) == HoldoutState.PROPOSED)
                .toList();
    }

    HoldoutState state(Holdout holdout) {
        return holdout.state(days.today(holdout.subsidiaryId()));
    }

    /** Keeps the wish of one; nothing is drawn before another confirms it. */
    synchronized Holdout want(UUID subsidiaryId, HoldoutDraft draft, UUID by) {
        Holdout wanted = new Holdout(
                UUID.randomUUID(),
                subsidiaryId,
                draft.rules(days.today(subsidiaryId)),
                draft.grounds(),
                new Signatures(by, days.now(), null, null, null));
        if (underWay(subsidiaryId).isPresent()) {
            throw RestException.of(HoldoutError.HOLDOUT_UNDER_WAY, "Another hold-out waits or runs.");
        }
        table.add(wanted);
        return wanted;
    }

    /** Begins a hold-out. */
    Holdout confirm(UUID subsidiaryId, UUID id, UUID second) {
        Holdout holdout = find(subsidiaryId, id);
        if (state(holdout) != HoldoutState.PROPOSED || !table.countersign(id, second, days.now())) {
            throw RestException.of(
                    HoldoutError.HOLDOUT_NOT_TO_BE_CONFIRMED, "It is confirmed or over, or the caller's own.");
        }
        return find(subsidiaryId, id);
    }

    /** Ends a hold-out at once; whoever is held out may be told by the next sweep. Ending it again changes nothing. */
    Holdout stop(UUID subsidiaryId, UUID id, UUID by) {
        table.stop(find(subsidiaryId, id).id(), by, days.now());
        lots.hurry();
        return find(subsidiaryId, id);
    }

    private Holdout find(UUID subsidiaryId, UUID id) {
        return table.find(id)
                .filter(holdout -> holdout.subsidiaryId().equals(subsidiaryId))
                .orElseThrow(RestException::notFound);
    }

    private Optional<Holdout> underWay(UUID subsidiaryId) {
        return table.of(subsidiaryId).stream()
                .filter(holdout -> state(holdout) == HoldoutState.PROPOSED || state(holdout) == HoldoutState.RUNNING)
                .findFirst();
    }
}
