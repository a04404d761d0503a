package org.holdfast.core.risk.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.risk.rest.SmallestView.StepView;
import org.holdfast.core.risk.rest.WhatIfView.CostView;
import org.holdfast.core.risk.rest.WhatIfView.DeltaView;
import org.holdfast.core.risk.rest.WhatIfView.IgnoredView;
import org.holdfast.core.risk.rest.WhatIfView.StateView;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.whatif.Change;
import org.holdfast.core.risk.whatif.Changes;
import org.holdfast.core.risk.whatif.SmallestSet;
import org.holdfast.core.risk.whatif.WhatIf;
import org.jspecify.annotations.Nullable;

/** Puts what the model says of changes into the words of one language. */
final class WhatIfWords {
    private static final double SEEN = 1e-9;

    private final RiskPresenter presenter;
    private final String language;

    /**
     * Creates it.
     *
     * @param presenter shows scores
     * @param language tag of an existing language
     */
    WhatIfWords(RiskPresenter presenter, String language) {
        this.presenter = presenter;
        this.language = language;
    }

    StateView state(RiskScore score) {
        return new StateView(
                RiskView.known(score.score()),
                RiskView.known(score.probability()),
                score.band().code(),
                presenter.unknownBecause(score, language));
    }

    /** What the changes move; nothing can be compared where one of both is unknown. */
    List<DeltaView> deltas(RiskScore before, RiskScore after) {
        if (Double.isNaN(before.margin()) || Double.isNaN(after.margin())) {
            return List.of();
        }
        Map<String, Reason> old = bySignal(before);
        Map<String, Reason> fresh = bySignal(after);
        Set<String> signals = new TreeSet<>(old.keySet());
        signals.addAll(fresh.keySet());
        List<DeltaView> deltas = new ArrayList<>();
        for (String signal : signals) {
            DeltaView delta = delta(signal, old.get(signal), fresh.get(signal));
            if (delta.size() > SEEN) {
                deltas.add(delta);
            }
        }
        deltas.sort(Comparator.comparingDouble((DeltaView delta) -> -delta.size()));
        return deltas;
    }

    private DeltaView delta(String signal, @Nullable Reason old, @Nullable Reason fresh) {
        Reason either = fresh == null ? old : fresh;
        return new DeltaView(
                signal,
                presenter.words().name(signal, language),
                either == null ? "" : either.category().code(),
                old == null ? 0 : old.contribution(),
                fresh == null ? 0 : fresh.contribution(),
                fresh == null ? "" : presenter.words().text(fresh, language));
    }

    /** The changes that move nothing, those the caller may not ask about included. */
    List<IgnoredView> ignored(Changes asked, Changes told, WhatIf.Outcome outcome, boolean changesPay) {
        List<IgnoredView> ignored = new ArrayList<>();
        if (changesPay && !asked.kinds().contains(Change.PAY)) {
            ignored.add(new IgnoredView(Change.PAY.code(), "payNotKnown"));
        }
        for (Change kind : new TreeSet<>(asked.kinds())) {
            if (!told.kinds().contains(kind)) {
                ignored.add(new IgnoredView(kind.code(), "notTold"));
            }
            WhatIf.Idle idle = outcome.idle().get(kind);
            if (idle != null) {
                ignored.add(new IgnoredView(kind.code(), idle.code()));
            }
        }
        return ignored;
    }

    static List<StepView> steps(SmallestSet.Answer answer) {
        return new TreeSet<>(answer.set().kinds())
                .stream()
                        .map(kind -> new StepView(kind.code(), size(kind, answer)))
                        .toList();
    }

    private static @Nullable Double size(Change kind, SmallestSet.Answer answer) {
        return switch (kind) {
            case PAY -> (double) answer.raise();
            case OVERTIME -> answer.set().overtimeAtMost();
            case PROMOTION, PROJECT, TRAINING -> null;
        };
    }

    /** What a change of pay costs more in a year; of the other changes no cost is known. */
    static @Nullable CostView cost(Changes changes, Employee.Terms terms) {
        return changes.kinds().contains(Change.PAY)
                ? new CostView(Math.round(100 * (changes.pay() - terms.basePay())) / 100.0, terms.currency())
                : null;
    }

    private static Map<String, Reason> bySignal(RiskScore score) {
        return score.reasons().stream().collect(Collectors.toMap(Reason::signal, Function.identity()));
    }
}
