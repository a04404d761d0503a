package org.holdfast.core.risk.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;
import org.holdfast.core.risk.features.PersonSeries.ExitWithin;
import org.holdfast.core.risk.training.MonthlyOrigins;

/**
 * Collects the rows of a study. Everybody is looked at from their own first day on: an action from the day it was done, with
 * what was known on its eve; a comparison from a monthly origin on. So nobody is given days they had to survive first.
 */
final class Study {
    private static final int MOST_COMPARISONS = 100_000;

    private final FeatureRun run;
    private final Map<UUID, PersonSeries> people = new HashMap<>();
    private final StudyRules rules;
    private final List<Double> labels = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private Study(FeatureRun run, Collection<PersonSeries> everybody, StudyRules rules) {
        this.run = run;
        this.rules = rules;
        everybody.forEach(person -> people.put(person.id(), person));
    }

    static StudyRows rows(FeatureRun run, Collection<PersonSeries> everybody, StudyRules rules) {
        Study study = new Study(run, everybody, rules);
        study.actions(everybody);
        study.comparisons(everybody);
        int width = run.columns().size();
        double[] all = new double[study.values.size() * width];
        for (int row = 0; row < study.values.size(); row++) {
            System.arraycopy(study.values.get(row), 0, all, row * width, width);
        }
        double[] outcomes =
                study.labels.stream().mapToDouble(Double::doubleValue).toArray();
        return new StudyRows(run.columns(), all, outcomes, study.ids, study.kinds);
    }

    /** The actions whose outcome is known and before which nothing was done for a while, by day. */
    static Map<LocalDate, List<ActionTaken>> actionsByDay(Collection<PersonSeries> everybody, StudyRules rules) {
        Map<LocalDate, List<ActionTaken>> byDay = new TreeMap<>();
        LocalDate last = rules.lastKnownDay().minusDays(rules.horizonDays());
        for (PersonSeries person : everybody) {
            LocalDate before = LocalDate.MIN;
            for (ActionTaken action : person.actions(rules.lastKnownDay())) {
                boolean alone = before.equals(LocalDate.MIN)
                        || before.plusDays(StudyRules.APART_DAYS).isBefore(action.day());
                before = action.day();
                if (alone && !action.day().isAfter(last)) {
                    byDay.computeIfAbsent(action.day(), day -> new ArrayList<>())
                            .add(action);
                }
            }
        }
        return byDay;
    }

    private void actions(Collection<PersonSeries> everybody) {
        actionsByDay(everybody, rules).forEach((day, actions) -> {
            Map<UUID, String> kindOf = new HashMap<>();
            for (ActionTaken action : actions) {
                ActionKinds.ofWord(action.kind()).ifPresent(kind -> kindOf.put(action.personId(), kind.code()));
            }
            List<PersonSeries> acted = kindOf.keySet().stream()
                    .sorted()
                    .map(this::person)
                    .filter(person -> known(person, day))
                    .toList();
            add(run.asOf(day.minusDays(1), acted), day, kindOf);
        });
    }

    private void comparisons(Collection<PersonSeries> everybody) {
        List<LocalDate> origins = MonthlyOrigins.of(everybody, rules.lastKnownDay(), rules.horizonDays());
        double share = (double) MOST_COMPARISONS / Math.max(1, origins.size() * everybody.size());
        for (LocalDate origin : origins) {
            List<PersonSeries> quiet = everybody.stream()
                    .filter(person -> Lots.drawn(rules.seed(), person.id(), origin) < share)
                    .filter(person -> known(person, origin) && untouched(person, origin))
                    .toList();
            add(run.asOf(origin.minusDays(1), quiet), origin, Map.of());
        }
    }

    private PersonSeries person(UUID id) {
        return Objects.requireNonNull(people.get(id), "everybody in a table is in the study");
    }

    private boolean known(PersonSeries person, LocalDate from) {
        ExitWithin exit = person.exitWithin(from.minusDays(1), rules.horizonDays() + 1, rules.lastKnownDay());
        return exit == ExitWithin.NONE || exit == ExitWithin.VOLUNTARY;
    }

    private boolean untouched(PersonSeries person, LocalDate origin) {
        return person.actions(rules.lastKnownDay()).stream()
                .noneMatch(action -> action.day().isAfter(origin.minusDays(StudyRules.APART_DAYS))
                        && action.day().isBefore(origin.plusDays(15)));
    }

    private void add(FeatureTable table, LocalDate from, Map<UUID, String> kindOf) {
        for (int row = 0; row < table.people().size(); row++) {
            UUID person = table.people().get(row);
            ExitWithin exit = person(person).exitWithin(from, rules.horizonDays(), rules.lastKnownDay());
            if (exit == ExitWithin.NONE || exit == ExitWithin.VOLUNTARY) {
                ids.add(person);
                kinds.add(kindOf.getOrDefault(person, ""));
                labels.add(exit == ExitWithin.VOLUNTARY ? 1.0 : 0.0);
                values.add(table.row(row));
            }
        }
    }
}
