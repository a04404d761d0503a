package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.holdfast.core.offboarding.labour.ExitLaw.Law;
import org.jspecify.annotations.Nullable;

/**
 * What is owed at the end of an employment.
 *
 * @param currency ISO 4217 code
 * @param law country and version of the rules it was computed by
 * @param holdArticle key of the text of the article by which something may wait
 * @param lines what is owed, in the order of their components
 * @param wanted what is missing; as long as anything is, lines are missing, too
 * @param notes codes of what has to be known besides, with words under {@code settlement.note.}
 */
record Sheet(
        String currency, String law, String holdArticle, List<Line> lines, List<Wanted> wanted, List<String> notes) {

    Sheet {
        lines = List.copyOf(lines);
        wanted = List.copyOf(wanted);
        notes = List.copyOf(notes);
    }

    /** Computes one. */
    static Sheet of(Question question) {
        Draft draft = new Draft(question);
        Wages.add(question, draft);
        Leave.add(question, draft);
        Claims.add(question, draft);
        InLieu.add(question, draft);
        Severance.add(question, draft);
        return draft.sheet();
    }

    /** Returns a sheet of which nothing can be computed. */
    static Sheet lacking(Law law, Wanted what) {
        String currency = law.rules().settlement().currency().getCurrencyCode();
        return new Sheet(currency, law.country() + " " + law.version(), "", List.of(), List.of(what), List.of());
    }

    /** Returns the sheet once the work was handed over: nothing waits any more. */
    Sheet released() {
        List<Line> free = lines.stream()
                .map(line -> new Line(line.component(), line.label(), line.amount(), false, line.steps()))
                .toList();
        return new Sheet(currency, law, holdArticle, free, wanted, notes);
    }

    /** Says whether another sheet owes the same. */
    boolean sameAmounts(@Nullable Sheet other) {
        return other != null && amounts().equals(other.amounts());
    }

    private List<String> amounts() {
        return lines.stream()
                .map(line -> line.component() + " " + line.amount() + " " + line.label())
                .toList();
    }

    /** Returns what is due on the last day, whatever was handed over. */
    BigDecimal due() {
        return sum(line -> !line.held());
    }

    /** Returns what waits for the handover. */
    BigDecimal held() {
        return sum(Line::held);
    }

    private BigDecimal sum(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
