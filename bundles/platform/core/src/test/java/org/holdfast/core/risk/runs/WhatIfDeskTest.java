package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.rest.RiskPresenter;
import org.holdfast.core.risk.rest.SmallestView;
import org.holdfast.core.risk.rest.WhatIfDesk;
import org.holdfast.core.risk.rest.WhatIfDraft;
import org.holdfast.core.risk.rest.WhatIfOffer;
import org.holdfast.core.risk.rest.WhatIfResource;
import org.holdfast.core.risk.rest.WhatIfView;
import org.holdfast.core.risk.rest.WhatIfView.CostView;
import org.holdfast.core.risk.rest.WhatIfView.IgnoredView;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.whatif.SmallestSet;
import org.holdfast.core.risk.whatif.WhatIf;
import org.holdfast.core.signals.FactCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What HR may ask about a person in thought, and what it is answered. */
class WhatIfDeskTest {
    private static final double PAY = 240_000;
    private static final UUID PERSON = new UUID(7, 5_000);
    private static final WhatIfDraft TEN_PERCENT = new WhatIfDraft(10.0, null, null, false, false, null, false);

    private final RiskRoom room = new RiskRoom().withIndustry();
    private final Set<String> withheld = new HashSet<>();
    private final WhatIfResource resource;
    private double pay = PAY;

    WhatIfDeskTest() {
        room.facts.put(
                PERSON,
                new FactsOf(GeneratedFirm.END)
                        .hired(1_500)
                        .attribute(FactCodes.BASE_PAY, 1_500, PAY, "CNY")
                        .ratings(82, 83, 83)
                        .resumeUpdate(20)
                        .signal("work.messages", 300, 140)
                        .signal("attendance.overtime_hours", 300, 20)
                        .list());
        room.vault.prepare(GeneratedFirm.ID, List.of(PERSON));
        room.median = 300_000;
        WhatIf whatIf = new WhatIf(room.scoring);
        Texts texts = new Texts(() -> room.registry);
        RiskPresenter presenter = new RiskPresenter(
                texts,
                room.capabilities,
                new RiskPresenter.Tables(room.scores, room.models, room.settings, room.lawful),
                RiskRoom.CLOCK);
        WhatIfDesk.Shown shown = new WhatIfDesk.Shown(room.current, presenter, room.inputs.permission());
        resource = new WhatIfResource(
                new WhatIfDesk(people(), room.source, shown, whatIf, new SmallestSet(whatIf, room.settings)),
                visibility(),
                texts,
                new AuditNotes());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aRaiseIsAnsweredWithScoreReasonAndCost() {
        RiskScore shown = scored();

        WhatIfView view = ask(TEN_PERCENT);

        assertThat(view.before().score()).isEqualTo(shown.score());
        assertThat(view.after().score()).isLessThan(shown.score());
        assertThat(view.cost()).isEqualTo(new CostView(24_000, "CNY"));
        assertThat(view.ignored()).isEmpty();
        assertThat(view.deltas()).anySatisfy(delta -> {
            assertThat(delta.signal()).isEqualTo("profile.payToMarket");
            assertThat(delta.after()).isLessThan(delta.before());
        });
    }

    @Test
    void anAmountAndTheSamePercentAreAnsweredAlike() {
        scored();

        WhatIfView amount = ask(new WhatIfDraft(null, BigDecimal.valueOf(264_000), "CNY", false, false, null, false));

        assertThat(amount).isEqualTo(ask(TEN_PERCENT));
    }

    @Test
    void wrongSizesAreRefusedFieldByField() {
        scored();

        assertThat(wrong(new WhatIfDraft(1_000.0, null, null, false, false, 500.0, false)))
                .containsExactly("payPercent whatIfPercent", "overtimeAtMost whatIfHours");
        assertThat(wrong(new WhatIfDraft(Double.NaN, null, null, false, false, -1.0, false)))
                .containsExactly("payPercent whatIfPercent", "overtimeAtMost whatIfHours");
        assertThat(wrong(new WhatIfDraft(null, BigDecimal.valueOf(-5), null, false, false, null, false)))
                .containsExactly("payAmount whatIfAmount", "currency missing");
        assertThat(wrong(new WhatIfDraft(null, BigDecimal.valueOf(500_000), "EUR", false, false, null, false)))
                .containsExactly("payAmount whatIfAmount", "currency whatIfCurrency");
        assertThat(wrong(new WhatIfDraft(5.0, BigDecimal.valueOf(250_000), "CNY", false, false, null, false)))
                .containsExactly("payPercent percentOrAmount");
        assertThat(errors(() -> resource.smallest(PERSON, new WhatIfOffer(List.of("sabbatical"), null), null)))
                .containsExactly("changes whatIfChange");
        assertThat(errors(() -> resource.smallest(PERSON, new WhatIfOffer(null, 900.0), null)))
                .containsExactly("overtimeAtMost whatIfHours");
    }

    @Test
    @Tag("O4")
    void whoIsNotToldThePayCannotFindItOutByAsking() {
        scored();
        withheld.add("pay");

        WhatIfView view = ask(TEN_PERCENT);

        assertThat(view.ignored()).containsExactly(new IgnoredView("pay", "notTold"));
        assertThat(view.after()).isEqualTo(view.before());
        assertThat(view.cost()).isNull();
        SmallestView smallest = resource.smallest(PERSON, new WhatIfOffer(null, null), "en");
        assertThat(smallest.steps()).noneMatch(step -> step.change().equals("pay"));
    }

    @Test
    void whoIsToldNoReasonsIsAnsweredAsIfThePersonWereNotThere() {
        scored();
        withheld.add("reasons");

        assertNotFound(() -> ask(TEN_PERCENT));
        assertNotFound(() -> resource.smallest(PERSON, new WhatIfOffer(null, null), "en"));
    }

    @Test
    void whoseScoreIsNotShownCannotBeAskedAbout() {
        assertNotFound(() -> ask(TEN_PERCENT));
        scored();
        room.open = (person, category) -> false;

        assertNotFound(() -> ask(TEN_PERCENT));
    }

    @Test
    @Tag("O27")
    void whereScoringWasStoppedNobodyIsScoredInThoughtEither() {
        scored();
        room.refusal = Refusal.STOPPED;

        assertThatThrownBy(() -> ask(TEN_PERCENT))
                .isInstanceOfSatisfying(
                        RestException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("SCORING_STOPPED"));
    }

    @Test
    void whereThePayIsNotKnownARaiseIsSaidToBeIgnored() {
        scored();
        pay = Double.NaN;

        WhatIfView view = ask(TEN_PERCENT);

        assertThat(view.ignored()).containsExactly(new IgnoredView("pay", "payNotKnown"));
        assertThat(view.cost()).isNull();
    }

    private RiskScore scored() {
        room.run(Kind.SCORE);
        RiskScore score = room.current.of(PERSON).orElseThrow().score();
        assertThat(score.band()).isNotEqualTo(Band.UNKNOWN);
        return score;
    }

    private WhatIfView ask(WhatIfDraft draft) {
        return resource.ask(PERSON, draft, "en");
    }

    private List<String> wrong(WhatIfDraft draft) {
        return errors(() -> ask(draft));
    }

    private static List<String> errors(ThrowingCallable call) {
        List<FieldError> errors = new ArrayList<>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RestException.class, problem -> errors.addAll(problem.errors()));
        return errors.stream().map(error -> error.field() + ' ' + error.code()).toList();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("NOT_FOUND"));
    }

    private Visibility visibility() {
        OpenSight all = new OpenSight(GeneratedFirm.ID, Role.SUBSIDIARY_HR, new UUID(9, 9), Optional.empty());
        return (Visibility) Proxy.newProxyInstance(
                Visibility.class.getClassLoader(),
                new Class<?>[] {Visibility.class},
                (proxy, method, arguments) -> method.getName().equals("tells")
                        ? !withheld.contains((String) arguments[0])
                        : method.invoke(all, arguments));
    }

    private People people() {
        return (People) Proxy.newProxyInstance(
                People.class.getClassLoader(),
                new Class<?>[] {People.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "card" ->
                        Optional.of(new PersonCard(
                                PERSON,
                                GeneratedFirm.ID,
                                null,
                                null,
                                Employee.Status.ACTIVE,
                                "1",
                                "",
                                "",
                                "",
                                "",
                                false,
                                null,
                                PAY,
                                "CNY"));
                    case "employee" -> Optional.of(employee());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Employee employee() {
        return new Employee(
                PERSON,
                GeneratedFirm.ID,
                null,
                null,
                Employee.Status.ACTIVE,
                new Employee.Contact("1", "", "", ""),
                new Employee.Post("", "", "", false, Double.NaN, ""),
                new Employee.Terms(null, null, pay, "CNY"),
                Employee.Exit.NONE);
    }
}
