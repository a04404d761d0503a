package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.api.labour.SettlementComponent;
import org.jspecify.annotations.Nullable;

/** A sheet that is being computed. For one thread. */
final class Draft {
    private final Question question;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Wanted> wanted = EnumSet.noneOf(Wanted.class);
    private final List<String> notes = new ArrayList<>();

    Draft(Question question) {
        this.question = question;
    }

    /** Asks for what is missing; returns what is there. */
    <T> @Nullable T need(Wanted what, @Nullable T value) {
        if (value == null) {
            wanted.add(what);
        }
        return value;
    }

    void want(Wanted what) {
        wanted.add(what);
    }

    void note(String code) {
        notes.add(code);
    }

    void add(SettlementComponent component, String label, BigDecimal amount, List<Step> steps) {
        boolean mayWait = question.rules().holds().components().contains(component);
        boolean held = mayWait && !question.facts().handedOver() && amount.signum() > 0;
        lines.add(new Line(component, label, amount, held, steps));
    }

    /** Names an article by the key of its text. */
    String article(String code) {
        return question.law().article(code);
    }

    private String holdArticle() {
        String code = question.rules().holds().article();
        return code.isEmpty() ? "" : article(code);
    }

    Sheet sheet() {
        return new Sheet(
                question.rules().currency().getCurrencyCode(),
                question.law().country() + " " + question.law().version(),
                holdArticle(),
                lines,
                List.copyOf(wanted),
                notes);
    }
}
