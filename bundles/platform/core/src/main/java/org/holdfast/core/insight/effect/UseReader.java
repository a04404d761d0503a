package org.holdfast.core.insight.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.outcomes.FollowUp;
import org.holdfast.core.retention.outcomes.Outcomes.Outcome;
import org.holdfast.core.retention.use.CaseUse;
import org.holdfast.core.retention.use.CaseUses;

/** Reads what figures of use are counted from. Safe for use from many threads. */
final class UseReader {
    private final CaseUses cases;
    private final Supplier<List<Outcome>> outcomes;
    private final Clock clock;

    /**
     * Takes what it reads.
     *
     * @param outcomes returns what came of all cases
     */
    UseReader(CaseUses cases, Supplier<List<Outcome>> outcomes, Clock clock) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Reads a subsidiary. */
    UseFacts of(Subsidiary subsidiary) {
        ZoneId zone = subsidiary.timezone();
        List<CaseUse> uses = cases.of(subsidiary.id());
        Map<UUID, CaseUse> byCase = uses.stream().collect(Collectors.toMap(CaseUse::caseId, Function.identity()));
        List<Event> looks = outcomes.get().stream()
                .filter(outcome -> byCase.containsKey(outcome.caseId()))
                .flatMap(outcome -> looks(outcome.followUps(), Objects.requireNonNull(byCase.get(outcome.caseId()))))
                .toList();
        return new UseFacts(today(subsidiary), zone, uses, looks);
    }

    LocalDate today(Subsidiary subsidiary) {
        return LocalDate.ofInstant(clock.instant(), subsidiary.timezone());
    }

    /** Whoever had left by then is not looked after. */
    private static Stream<Event> looks(List<FollowUp> followUps, CaseUse use) {
        return followUps.stream()
                .filter(one -> one.state() != FollowUp.State.COMING && one.state() != FollowUp.State.LEFT)
                .map(one -> new Event(use.superiorId(), one.dueOn(), one.state() == FollowUp.State.DONE ? 1 : 0));
    }
}
