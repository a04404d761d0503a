package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.core.offboarding.interview.CoverageView.Figures;
import org.holdfast.core.offboarding.interview.CoverageView.Part;
import org.holdfast.core.offboarding.interview.CoverageView.Score;
import org.holdfast.core.offboarding.interview.Interview.Said;
import org.holdfast.core.offboarding.interview.Interview.State;
import org.holdfast.core.offboarding.interview.InterviewTable.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who left were reached by an interview, and what they thought of leaving. Figures of few are not shown, nor those
 * by which they could be worked out: that is why there are fixed quarters, and no days to choose. Safe for use from many threads.
 */
final class Coverage {
    /** Fewest people a figure may be about, the same as for every other figure of a group. */
    static final int FEWEST = 10;

    private static final int QUARTERS = 4;

    private final InterviewTable table;
    private final FormDesk forms;
    private final InterviewWorld world;

    Coverage(InterviewTable table, FormDesk forms, InterviewWorld world) {
        this.table = table;
        this.forms = forms;
        this.world = world;
    }

    /** An exit with how its interview stands. */
    private record Exit(
            int quarter,
            @Nullable Standing standing,
            @Nullable Integer score) {
        boolean is(State state) {
            return standing != null && standing.state() == state;
        }
    }

    /** Returns the figures of a year, as far as it has come; of the present one where none is named. */
    CoverageView of(UUID subsidiaryId, @Nullable Integer wanted) {
        int year = wanted == null ? world.today(subsidiaryId).getYear() : wanted;
        List<Exit> all = exits(subsidiaryId, year);
        List<List<Exit>> quarters = IntStream.rangeClosed(1, QUARTERS)
                .mapToObj(number ->
                        all.stream().filter(one -> one.quarter() == number).toList())
                .toList();
        List<Boolean> counted = shown(quarters.stream().map(List::size).toList());
        List<Boolean> scored = shown(IntStream.range(0, QUARTERS)
                .mapToObj(i -> scores(quarters.get(i)).size())
                .toList());
        List<Part> parts = IntStream.range(0, QUARTERS)
                .mapToObj(i -> part(i + 1, quarters.get(i), counted.get(i), counted.get(i) && scored.get(i)))
                .toList();
        boolean enough = all.size() >= FEWEST;
        // A mean of a quarter that is hidden for its exits alone must not be left over from the whole either.
        boolean means = IntStream.range(0, QUARTERS).allMatch(i -> (counted.get(i) && scored.get(i)) == scored.get(i));
        return new CoverageView(
                subsidiaryId,
                year,
                FEWEST,
                part(0, all, enough, enough && means && scores(all).size() >= FEWEST),
                parts);
    }

    private List<Exit> exits(UUID subsidiaryId, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate today = world.today(subsidiaryId);
        Map<UUID, LocalDate> left =
                world.cases().exits().between(subsidiaryId, first, end.isAfter(today) ? today : end);
        Map<UUID, Standing> standing = table.standing();
        List<Exit> found = new ArrayList<>();
        left.forEach((id, day) -> {
            Standing one = standing.get(id);
            found.add(new Exit(
                    day.get(IsoFields.QUARTER_OF_YEAR), one, score(id, one).orElse(null)));
        });
        return found;
    }

    private Optional<Integer> score(UUID caseId, @Nullable Standing standing) {
        if (standing == null || standing.state() != State.HELD) {
            return Optional.empty();
        }
        return table.find(caseId).flatMap(one -> {
            List<Said> said = table.said(caseId);
            return said.isEmpty()
                    ? Optional.empty()
                    : said.get(said.size() - 1)
                            .words()
                            .answers()
                            .score(forms.of(one).score());
        });
    }

    private static Part part(int quarter, List<Exit> exits, boolean shown, boolean score) {
        return new Part(quarter, shown ? figures(exits) : null, score ? score(exits) : null);
    }

    private static Figures figures(List<Exit> exits) {
        int captured = (int) exits.stream()
                .filter(one -> one.standing() != null && one.standing().captured())
                .count();
        return new Figures(
                exits.size(),
                count(exits, State.HELD),
                count(exits, State.DECLINED),
                count(exits, State.MISSED),
                count(exits, State.OFFERED),
                captured);
    }

    private static int count(List<Exit> exits, State state) {
        return (int) exits.stream().filter(one -> one.is(state)).count();
    }

    private static Score score(List<Exit> exits) {
        List<Integer> scores = scores(exits);
        return new Score(scores.stream().mapToInt(Integer::intValue).average().orElseThrow(), scores.size());
    }

    private static List<Integer> scores(List<Exit> exits) {
        return exits.stream()
                .flatMap(one -> Optional.ofNullable(one.score()).stream())
                .toList();
    }

    /** Says which parts are shown: those that are big enough, less the smallest of them until the others hide each other. */
    static List<Boolean> shown(List<Integer> sizes) {
        List<Boolean> shown =
                new ArrayList<>(sizes.stream().map(size -> size >= FEWEST).toList());
        while (true) {
            int hidden = IntStream.range(0, sizes.size())
                    .filter(i -> !shown.get(i))
                    .map(sizes::get)
                    .sum();
            OptionalInt next = smallest(sizes, shown);
            if (hidden == 0 || hidden >= FEWEST || next.isEmpty()) {
                return List.copyOf(shown);
            }
            shown.set(next.getAsInt(), false);
        }
    }

    private static OptionalInt smallest(List<Integer> sizes, List<Boolean> shown) {
        return IntStream.range(0, sizes.size())
                .filter(shown::get)
                .boxed()
                .min(Comparator.comparing(sizes::get))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
