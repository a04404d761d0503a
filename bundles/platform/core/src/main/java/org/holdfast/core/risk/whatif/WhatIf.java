package org.holdfast.core.risk.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.runs.Scoring.Imagined;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.signals.Fact;

/**
 * Asks the model in use what it would say of a person if something about them were changed: the same features, gate, model
 * and bands as for a score. Nothing is kept and nobody else hears of it. Safe for use from many threads.
 *
 * <p>What it says is what the model expects of somebody with these values, not what the change would bring about.
 */
public final class WhatIf {
    private final Scoring scoring;

    /**
     * Creates it.
     *
     * @param scoring scores people
     */
    public WhatIf(Scoring scoring) {
        this.scoring = scoring;
    }

    /**
     * About whom is asked.
     *
     * @param firm the person's firm
     * @param person the person
     * @param asOf as of which day
     */
    public record Whom(Firm firm, UUID person, LocalDate asOf) {}

    /** Why a change moves nothing. */
    public enum Idle {
        /** The model in use reads nothing that the change touches. */
        NOT_READ("notRead"),
        /** Nothing changes in what the model may use about this person. */
        NO_DIFFERENCE("noDifference");

        private final String code;

        Idle(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }

    /**
     * What the model says.
     *
     * @param before of the person as they are
     * @param after of the person with all the changes
     * @param idle which of the changes move nothing, and why
     */
    public record Outcome(RiskScore before, RiskScore after, Map<Change, Idle> idle) {
        /** Copies the map. */
        public Outcome {
            idle = Map.copyOf(idle);
        }
    }

    /**
     * Asks about changes.
     *
     * @param whom about whom
     * @param changes what is changed
     * @return what the model says; empty where the person is not scored: has left, was not told, or has no industry
     */
    public Optional<Outcome> ask(Whom whom, Changes changes) {
        List<Change> kinds = List.of(Change.values());
        List<Changes> versions = new ArrayList<>();
        versions.add(changes.only(Set.of()));
        versions.add(changes);
        kinds.forEach(kind -> versions.add(changes.only(Set.of(kind))));
        Imagined imagined = imagine(whom, versions);
        if (imagined.scores().isEmpty()) {
            return Optional.empty();
        }
        List<RiskScore> scores = imagined.scores();
        Map<Change, Idle> idle = new EnumMap<>(Change.class);
        for (int at = 0; at < kinds.size(); at++) {
            Change kind = kinds.get(at);
            boolean same =
                    Arrays.equals(scores.get(0).features(), scores.get(2 + at).features());
            if (changes.kinds().contains(kind) && same) {
                boolean read = kind.signals().stream().anyMatch(imagined.read()::contains);
                idle.put(kind, read ? Idle.NO_DIFFERENCE : Idle.NOT_READ);
            }
        }
        return Optional.of(new Outcome(scores.get(0), scores.get(1), idle));
    }

    /**
     * Asks about several versions of a person at once.
     *
     * @param whom about whom
     * @param versions what is changed in each
     * @return one score for each version; none where the person is not scored
     */
    Imagined imagine(Whom whom, List<Changes> versions) {
        List<UnaryOperator<List<Fact>>> overlays = versions.stream()
                .<UnaryOperator<List<Fact>>>map(
                        changes -> new Overlay(changes, whom.asOf(), whom.firm().zone()))
                .toList();
        return scoring.imagine(whom.firm(), whom.person(), whom.asOf(), overlays);
    }
}
