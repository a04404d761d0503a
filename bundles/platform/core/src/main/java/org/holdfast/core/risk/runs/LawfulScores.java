package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;

/**
 * Takes back scores that rest on data which may no longer be used: a score is itself data about the person, and shows what
 * went into it (PIPL Art. 47(1)(3): what rests on a withdrawn consent is deleted). Safe for use from many threads.
 */
public final class LawfulScores {
    private static final int PEOPLE_A_STEP = 500;

    private final SignalGate gate;
    private final RiskSource source;
    private final ScoreTable scores;
    private final CurrentScores current;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param inputs firms and the gate
     * @param kept the scores
     * @param clock the time
     */
    public LawfulScores(Scoring.Inputs inputs, Scoring.Kept kept, Clock clock) {
        this.gate = inputs.lawful();
        this.source = inputs.source();
        this.scores = kept.scores();
        this.current = kept.current();
        this.clock = clock;
    }

    /**
     * Says which scores of a person may be shown today.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return true for scores of which everything they rest on may be used today
     */
    public Predicate<RiskScore> shown(UUID subsidiaryId, UUID personId) {
        Lawful today = lawful(subsidiaryId, List.of(personId));
        return shown(personId, today);
    }

    private static Predicate<RiskScore> shown(UUID personId, Lawful today) {
        return score -> today.rests(personId, score.use().restsOn());
    }

    /**
     * Forgets the current scores of a subsidiary that may no longer be shown, or that are compared with such ones. They stay
     * stored until {@link #takeBack}.
     *
     * @param subsidiaryId the subsidiary
     * @return whose they were
     */
    public Set<UUID> hide(UUID subsidiaryId) {
        return hide(
                subsidiaryId,
                current.all().stream()
                        .map(Current::score)
                        .filter(score -> score.subsidiaryId().equals(subsidiaryId))
                        .map(RiskScore::personId)
                        .toList());
    }

    /**
     * Forgets the current scores of people that may no longer be shown, as {@link #hide(UUID)} does.
     *
     * @param subsidiaryId their subsidiary
     * @param persons whose
     * @return whose they were
     */
    public Set<UUID> hide(UUID subsidiaryId, Collection<UUID> persons) {
        List<UUID> all = List.copyOf(persons);
        Set<UUID> hidden = new HashSet<>();
        for (int from = 0; from < all.size(); from += PEOPLE_A_STEP) {
            List<UUID> step = all.subList(from, Math.min(all.size(), from + PEOPLE_A_STEP));
            Lawful today = lawful(subsidiaryId, step);
            step.stream()
                    .filter(person -> current.of(person)
                            .filter(found -> !today.rests(person, found.restsOn()))
                            .isPresent())
                    .forEach(hidden::add);
        }
        current.forget(hidden);
        return hidden;
    }

    private Lawful lawful(UUID subsidiaryId, List<UUID> persons) {
        LocalDate today = source.firm(subsidiaryId)
                .map(firm -> LocalDate.ofInstant(clock.instant(), firm.zone()))
                .orElse(LocalDate.EPOCH);
        return new Lawful(subsidiaryId, gate.read(subsidiaryId, persons), today);
    }

    /**
     * Returns whose scores are not shown only until an objection of theirs is answered.
     *
     * @param subsidiaryId the subsidiary
     * @return random ids of people
     */
    Set<UUID> suspended(UUID subsidiaryId) {
        return gate.suspended(subsidiaryId);
    }

    /** What may be used today. */
    private record Lawful(UUID subsidiaryId, SignalGate page, LocalDate today) {
        Lawful unsuspended() {
            return new Lawful(subsidiaryId, page.unsuspended(), today);
        }

        boolean rests(UUID person, Set<DataCategory> categories) {
            return page.mayScore(subsidiaryId, person)
                    && categories.stream().allMatch(category -> page.lets(subsidiaryId, person, category, today));
        }
    }

    /**
     * Deletes the stored scores of people that may no longer be shown. Where an objection waits for its answer, those stay that
     * may be shown again if it is refused.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whose
     */
    public void takeBack(UUID subsidiaryId, Collection<UUID> persons) {
        for (UUID person : persons) {
            Lawful today = lawful(subsidiaryId, List.of(person)).unsuspended();
            Predicate<RiskScore> hidden = shown(person, today).negate();
            List<UUID> gone = new ArrayList<>();
            scores.ofPerson(person).stream().filter(hidden).forEach(score -> gone.add(score.id()));
            scores.delete(gone);
        }
    }
}
