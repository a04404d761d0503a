package org.holdfast.core.surveys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds answers up, and leaves out what would tell of few people, be it by taking the parts that are shown from the whole.
 *
 * <p>Only answers that nobody knows the name of hide anybody: whoever gave theirs as a signal, too, could be taken off the
 * figures. And as few must not be found to have kept silent, a part of which nobody answered is hidden like one of which few did.
 */
final class Tally {
    /** Fewest answers a figure may be about, the same as for every other figure of a group. */
    static final int FEWEST = 10;

    private final SurveyKind kind;
    private final Asked.Invited invited;
    private final List<Answer> answers;

    Tally(SurveyKind kind, Asked.Invited invited, List<Answer> answers) {
        this.kind = kind;
        this.invited = invited;
        this.answers = answers;
    }

    /** Answers of a part of those who were invited. */
    private record Part(@Nullable UUID unitId, List<Answer> answers) {
        long hiding() {
            return answers.stream().filter(answer -> !answer.named()).count();
        }
    }

    Results results() {
        Part all = new Part(null, answers);
        Map<UUID, @Nullable Figures> units = new HashMap<>();
        invited.units().keySet().forEach(unit -> units.put(unit, null));
        if (all.hiding() < FEWEST) {
            return new Results(invited.all(), null, units);
        }
        for (Part part : shown()) {
            UUID unit = part.unitId();
            if (unit != null) {
                units.put(unit, Figures.of(kind, part.answers()).scoresAlone());
            }
        }
        return new Results(invited.all(), Figures.of(kind, answers), units);
    }

    /** Returns the parts to show: those that are big enough, less the smallest of them until the others hide each other. */
    private List<Part> shown() {
        List<Part> shown = new ArrayList<>();
        List<Part> hidden = new ArrayList<>();
        for (Part part : parts()) {
            (part.unitId() != null && part.hiding() >= FEWEST ? shown : hidden).add(part);
        }
        shown.sort(Comparator.comparingLong(Part::hiding));
        while (!hidden.isEmpty()
                && !shown.isEmpty()
                && hidden.stream().mapToLong(Part::hiding).sum() < FEWEST) {
            hidden.add(shown.remove(0));
        }
        return shown;
    }

    /** Returns one part for each unit with people in it, and one for those who are in none. */
    private List<Part> parts() {
        Map<UUID, List<Answer>> byUnit = new HashMap<>();
        List<Answer> others = new ArrayList<>();
        for (Answer answer : answers) {
            UUID unit = answer.unitId();
            if (unit != null && invited.units().containsKey(unit)) {
                byUnit.computeIfAbsent(unit, id -> new ArrayList<>()).add(answer);
            } else {
                others.add(answer);
            }
        }
        List<Part> parts = new ArrayList<>();
        invited.units().keySet().stream()
                .sorted()
                .forEach(unit -> parts.add(new Part(unit, byUnit.getOrDefault(unit, List.of()))));
        if (invited.inNone() > 0 || !others.isEmpty()) {
            parts.add(new Part(null, others));
        }
        return parts;
    }
}
