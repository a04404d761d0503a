package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.surveys.OwnSurveysView.Choice;
import org.holdfast.core.surveys.RoundView.Before;
import org.holdfast.core.surveys.RoundView.ItemView;
import org.holdfast.core.surveys.RoundView.NeedCount;
import org.holdfast.core.surveys.RoundView.Overall;
import org.holdfast.core.surveys.RoundView.ResultView;
import org.holdfast.core.surveys.RoundView.UnitView;
import org.jspecify.annotations.Nullable;

/** Shows rounds. Safe for use from many threads. */
final class RoundReader {
    private final SurveyDesk desk;
    private final SurveyWords words;

    RoundReader(SurveyDesk desk, SurveyWords words) {
        this.desk = desk;
        this.words = words;
    }

    SurveyDesk desk() {
        return desk;
    }

    SurveyWords words() {
        return words;
    }

    RoundView row(Round round) {
        return view(round, null);
    }

    RoundView whole(Round round, @Nullable String language) {
        ResultView results = round.state() == Round.State.CLOSED
                ? desk.table()
                        .resultsOf(round)
                        .map(found -> results(round, found, language))
                        .orElse(null)
                : null;
        return view(round, results);
    }

    private RoundView view(Round round, @Nullable ResultView results) {
        UUID unit = round.departmentId();
        return new RoundView(
                round.id(),
                round.kind().code(),
                round.subsidiaryId(),
                people().subsidiary(round.subsidiaryId()).map(Subsidiary::name).orElse(""),
                unit,
                unit == null ? null : name(unit),
                round.days().first(),
                round.days().last(),
                state(round),
                results);
    }

    private String state(Round round) {
        if (round.state() != Round.State.OPEN) {
            return round.state().code();
        }
        LocalDate today = desk.today(round.subsidiaryId());
        if (round.days().overAt(today)) {
            return "counting";
        }
        return round.takesAnswers(today) ? round.state().code() : "planned";
    }

    private ResultView results(Round round, Results found, @Nullable String language) {
        Figures all = found.all();
        List<UnitView> units = units(round.kind(), found);
        if (all == null) {
            return new ResultView(true, null, null, null, List.of(), List.of(), List.of(), units, null);
        }
        Map<String, String> needs =
                round.kind().asksForNeeds() ? words.needsByCode(round.subsidiaryId(), language) : Map.of();
        return new ResultView(
                false,
                // Who was erased meanwhile was asked, too.
                Math.max(found.invited(), all.answers()),
                all.answers(),
                overall(round.kind(), all),
                items(round.kind(), all, language),
                ranked(all.keeps(), needs),
                ranked(all.leaves(), needs),
                units,
                before(round).orElse(null));
    }

    private List<ItemView> items(SurveyKind kind, Figures all, @Nullable String language) {
        List<ItemView> items = new ArrayList<>();
        for (Choice question : words.questions(kind, language)) {
            int item = items.size();
            items.add(new ItemView(
                    question.code(),
                    question.text(),
                    kind.scale().lowest(),
                    all.counts().get(item),
                    rounded(all.mean(kind, item))));
        }
        return items;
    }

    private static List<NeedCount> ranked(Map<String, Integer> counts, Map<String, String> words) {
        return counts.entrySet().stream()
                .map(entry -> new NeedCount(
                        entry.getKey(), words.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(NeedCount::count).reversed().thenComparing(NeedCount::code))
                .toList();
    }

    private List<UnitView> units(SurveyKind kind, Results found) {
        List<UnitView> units = new ArrayList<>();
        found.units()
                .forEach((unit, figures) ->
                        units.add(new UnitView(unit, name(unit), figures == null ? null : overall(kind, figures))));
        units.sort(Comparator.comparing(UnitView::name));
        return units;
    }

    /** The latest closed round of the same kind that asked the same part of the firm. */
    private Optional<Before> before(Round round) {
        return desk.table().all().stream()
                .filter(other -> other.state() == Round.State.CLOSED
                        && other.kind() == round.kind()
                        && other.subsidiaryId().equals(round.subsidiaryId())
                        && Objects.equals(other.departmentId(), round.departmentId())
                        && other.days().last().isBefore(round.days().first()))
                .max(Comparator.comparing(other -> other.days().last()))
                .flatMap(other -> desk.table()
                        .resultsOf(other)
                        .flatMap(found -> Optional.ofNullable(found.all()))
                        .map(all -> new Before(other.id(), other.days().last(), overall(round.kind(), all))));
    }

    private static Overall overall(SurveyKind kind, Figures figures) {
        return new Overall(
                figures.answers(),
                rounded(figures.mean(kind)),
                kind == SurveyKind.STAY ? figures.recommendation() : null);
    }

    private String name(UUID unit) {
        return people().department(unit).map(Department::name).orElse("");
    }

    private People people() {
        return desk.asked().people();
    }

    private static double rounded(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
