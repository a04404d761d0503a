package org.holdfast.core.offboarding.settlement;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdfast.core.offboarding.settlement.SettlementDesk.Settlement;
import org.holdfast.core.offboarding.settlement.SettlementView.ClaimView;
import org.holdfast.core.offboarding.settlement.SettlementView.ExitView;
import org.holdfast.core.offboarding.settlement.SettlementView.InputsView;
import org.holdfast.core.offboarding.settlement.SettlementView.LineView;
import org.holdfast.core.offboarding.settlement.SettlementView.StepView;
import org.holdfast.core.offboarding.settlement.SettlementView.SumsView;
import org.holdfast.core.offboarding.settlement.SettlementView.VersionView;
import org.holdfast.core.offboarding.settlement.SettlementView.WantedView;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows settlements in a reader's language. Safe for use from many threads. */
final class SettlementReader {
    private final People people;
    private final LocalWageTable wages;
    private final Texts texts;

    SettlementReader(People people, LocalWageTable wages, Texts texts) {
        this.people = people;
        this.wages = wages;
        this.texts = texts;
    }

    /** Shows a settlement in a language that exists. */
    SettlementView show(Settlement settlement, String language) {
        Sheet sheet = settlement.shown();
        String currency = sheet == null ? "" : sheet.currency();
        SettlementWords words = new SettlementWords(texts, language, currency);
        return new SettlementView(
                settlement.id(),
                EmployeeRow.of(people.card(settlement.fact().personId()).orElseThrow(RestException::notFound), people),
                settlement.version(),
                settlement.state().code(),
                exit(settlement, words),
                sheet != null,
                sheet == null ? "" : sheet.law(),
                currency,
                inputs(settlement.inputs()),
                sheet == null ? List.of() : wanted(sheet, words),
                sheet == null
                        ? List.of()
                        : sheet.lines().stream().map(line -> line(line, words)).toList(),
                sums(sheet, words),
                notes(sheet, words),
                places(settlement),
                settlement.outdated(),
                history(settlement));
    }

    private static ExitView exit(Settlement settlement, SettlementWords words) {
        ExitFacts.ExitFact fact = settlement.fact();
        return new ExitView(
                fact.kind().code(),
                words.text("exitKind." + fact.kind().code()),
                fact.noticeDay(),
                fact.lastDay(),
                fact.handedOver());
    }

    private static InputsView inputs(Inputs inputs) {
        return new InputsView(
                inputs.pay().monthly(),
                inputs.pay().lastMonth(),
                inputs.pay().average(),
                inputs.pay().ordinary(),
                inputs.paidUntil(),
                inputs.leaveDays(),
                inputs.leaveTaken(),
                inputs.place(),
                inputs.claims().stream()
                        .map(claim -> new ClaimView(
                                claim.component().code(),
                                claim.label(),
                                claim.amount(),
                                claim.state().code()))
                        .toList());
    }

    private static List<WantedView> wanted(Sheet sheet, SettlementWords words) {
        return sheet.wanted().stream()
                .map(one -> new WantedView(one.code(), words.text("settlement.wanted." + one.code())))
                .toList();
    }

    private static LineView line(Line line, SettlementWords words) {
        String component = words.text("settlementComponent." + line.component().code());
        List<StepView> steps = line.steps().stream()
                .map(step ->
                        new StepView(words.formula(step), words.figure(step.result()), words.article(step.article())))
                .toList();
        String title = line.label().isEmpty() ? component : words.text("settlement.labelled", component, line.label());
        return new LineView(line.component().code(), title, line.amount(), line.held(), steps);
    }

    /** A sum of what is known alone would be read as what is owed. */
    private static @Nullable SumsView sums(@Nullable Sheet sheet, SettlementWords words) {
        if (sheet == null || !sheet.wanted().isEmpty()) {
            return null;
        }
        return new SumsView(
                sheet.due(), sheet.held(), sheet.due().add(sheet.held()), words.article(sheet.holdArticle()));
    }

    private static List<String> notes(@Nullable Sheet sheet, SettlementWords words) {
        return sheet == null
                ? List.of()
                : sheet.notes().stream()
                        .map(note -> words.text("settlement.note." + note))
                        .toList();
    }

    private List<String> places(Settlement settlement) {
        if (settlement.law() == null) {
            return List.of();
        }
        String country = settlement.law().country();
        return wages.all().stream()
                .filter(wage -> wage.country().equals(country))
                .filter(wage -> wage.span().holds(settlement.fact().lastDay()))
                .map(LocalWage::place)
                .distinct()
                .toList();
    }

    private static List<VersionView> history(Settlement settlement) {
        List<VersionView> versions = new ArrayList<>();
        for (Entry entry : settlement.entries()) {
            versions.add(new VersionView(
                    entry.version(),
                    entry.state().code(),
                    entry.at().atOffset(ZoneOffset.UTC),
                    entry.content().by()));
        }
        Collections.reverse(versions);
        return versions;
    }
}
