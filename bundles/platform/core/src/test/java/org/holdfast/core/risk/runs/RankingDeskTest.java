package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.ActionEffect.Estimate;
import org.holdfast.core.risk.effect.EffectStudy;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.ForWhom;
import org.holdfast.core.risk.rest.PersonActionsResource;
import org.holdfast.core.risk.rest.RankingDesk;
import org.holdfast.core.risk.rest.RankingQuery;
import org.holdfast.core.risk.rest.RankingResource;
import org.holdfast.core.risk.rest.RankingView;
import org.holdfast.core.risk.rest.RankingView.ChoiceView;
import org.holdfast.core.risk.rest.RiskPresenter;
import org.holdfast.core.risk.rest.WhatIfDesk;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.DataUse;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.scoring.ScorecardModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom to give which action first: what HR is told, and what it is not. */
class RankingDeskTest {
    private static final String FEATURE = "profile.payToMarket:last:0";
    private static final ActionEffect PROMOTION =
            new ActionEffect("promotion", 300, 45, new Estimate(.15, .2, .05, .02, .08));
    private static final ActionEffect PAY = new ActionEffect("pay", 250, 43, new Estimate(.17, .2, .03, .01, .05));
    private static final ActionEffect TRAINING = new ActionEffect("training", 12, 1, null);
    private static final RankingQuery FREE =
            new RankingQuery(GeneratedFirm.ID, null, null, null, null, null, null, null, null);

    private final RiskRoom room = new RiskRoom().withIndustry();
    private final RiskModel inUse = new ScorecardModel(Industries.load("tech"));
    private final Map<UUID, PersonCard> cards = new HashMap<>();
    private final Set<String> withheld = new HashSet<>();
    private final AuditNotes audit = new AuditNotes();
    private RankingResource resource;
    private PersonActionsResource ofPerson;

    @BeforeEach
    void open() {
        Texts texts = new Texts(() -> room.registry);
        RankingDesk desk = new RankingDesk(
                people(),
                room.inputs,
                new Scoring.Kept(room.settings, room.inUse, room.scores, room.current),
                new RiskRuns.LooksBack(room.backtests, room.effects, room.planned));
        RiskPresenter presenter = new RiskPresenter(
                texts,
                room.capabilities,
                new RiskPresenter.Tables(room.scores, room.models, room.settings, room.lawful),
                RiskRoom.CLOCK);
        resource = new RankingResource(desk, new Cursors(), visibility(), texts, audit);
        ofPerson = new PersonActionsResource(
                desk,
                people(),
                new WhatIfDesk.Shown(room.current, presenter, room.inputs.permission()),
                visibility(),
                audit);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoIsExpectedToBeKeptMostForTheMoneyComesFirstAndTheBudgetSaysHowFarItGoes() {
        study(PROMOTION, PAY, TRAINING);
        UUID likely = person(1, .5, 200_000);
        UUID cheap = person(2, .3, 60_000);
        UUID unlikely = person(3, .05, 100_000);

        RankingView view = resource.rank(new RankingQuery(
                GeneratedFirm.ID, 10.0, Map.of("promotion", 40_000.0), "CNY", 46_000.0, null, "perCost", null, null));

        assertThat(view.state()).isEqualTo("ready");
        assertThat(view.items()).extracting(ChoiceView::id).containsExactly(cheap, likely, unlikely);
        ChoiceView first = view.items().get(0);
        assertThat(first.kind()).isEqualTo("pay");
        assertThat(first.cost()).isEqualTo(6_000);
        assertThat(first.perCost()).isCloseTo(first.retained() / 6_000 * 100_000, within(1e-9));
        assertThat(first.low()).isPositive().isLessThan(first.retained());
        assertThat(first.high()).isGreaterThan(first.retained());
        assertThat(view.leavers()).isCloseTo(.85, within(.001));
        assertThat(view.spending()).isNotNull().satisfies(spent -> {
            assertThat(spent.actions())
                    .as("a raise for each, and no money left for a promotion")
                    .isEqualTo(3);
            assertThat(spent.cost()).isEqualTo(36_000);
            assertThat(spent.retained()).isBetween(spent.low(), spent.high());
        });
        assertThat(view.items()).extracting(ChoiceView::chosen).containsOnly(true);
    }

    @Test
    void aBudgetPaysForOneActionAPersonHoweverMuchIsLeft() {
        study(PROMOTION, PAY);
        person(1, .5, 200_000);
        person(2, .3, 60_000);

        RankingView view = resource.rank(new RankingQuery(
                GeneratedFirm.ID, 10.0, Map.of("promotion", 40_000.0), "CNY", 900_000.0, true, null, null, null));

        assertThat(view.total()).isEqualTo(4);
        assertThat(view.spending()).isNotNull();
        assertThat(view.spending().actions()).isEqualTo(2);
        assertThat(view.items()).filteredOn(ChoiceView::chosen).hasSize(2);
    }

    @Test
    void withoutCostsWhoIsExpectedToBeKeptMostComesFirstEachPersonOnceOrWithEveryKind() {
        study(PROMOTION, PAY, TRAINING);
        UUID likely = person(1, .5, 200_000);
        UUID unlikely = person(2, .05, 100_000);

        RankingView once = resource.rank(FREE);
        RankingView all =
                resource.rank(new RankingQuery(GeneratedFirm.ID, null, null, null, null, true, "risk", 3, null));

        assertThat(once.items()).extracting(ChoiceView::id).containsExactly(likely, unlikely);
        assertThat(once.items()).extracting(ChoiceView::kind).containsOnly("promotion");
        assertThat(once.items()).extracting(ChoiceView::cost).containsOnlyNulls();
        assertThat(all.items()).extracting(ChoiceView::kind).containsExactly("promotion", "pay", "promotion");
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.next()).isNotNull();
        assertThat(all.kinds()).as("training is named, without a figure").contains(TRAINING);
    }

    @Test
    void whatIsKnownOfThePersonMovesTheExpectationAsFarAsItMovedOthersLikeThem() {
        study(List.of(new ForWhom("promotion", -.1, List.of(new ForWhom.Term(FEATURE, .9, 1.1, -.2, -.9)))), PROMOTION);
        UUID high = person(1, .3, 100_000, 1.2);
        UUID low = person(2, .3, 100_000, .8);

        List<ChoiceView> items = resource.rank(FREE).items();

        assertThat(items).extracting(ChoiceView::id).containsExactly(high, low);
        assertThat(items).extracting(ChoiceView::personal).containsOnly(true);
        assertThat(items.get(0).retained()).isCloseTo(.3 - .1362, within(.001));
    }

    @Test
    @Tag("O4")
    void whoIsNotToldThePayIsToldNeitherWhatARaiseCostsNorWhatOnlyThePayTells() {
        study(List.of(new ForWhom("pay", -.1, List.of(new ForWhom.Term(FEATURE, .9, 1.1, -.2, -.9)))), PAY);
        person(1, .3, 100_000, 1.2);
        person(2, .3, 100_000, .8);
        withheld.add("pay");

        List<ChoiceView> items = resource.rank(
                        new RankingQuery(GeneratedFirm.ID, 10.0, null, "CNY", 100_000.0, null, "perCost", null, null))
                .items();

        assertThat(items).extracting(ChoiceView::cost).containsOnlyNulls();
        assertThat(items).extracting(ChoiceView::personal).containsOnly(false);
        assertThat(items.get(0).retained()).isEqualTo(items.get(1).retained());
    }

    @Test
    void whereNothingIsKnownOfActionsPeopleAreRankedByRiskAndItIsSaidWhy() {
        UUID unlikely = person(1, .05, 100_000);
        UUID likely = person(2, .5, 100_000);

        RankingView never = resource.rank(FREE);
        assertThat(never.state()).isEqualTo("noStudy");
        assertThat(never.items()).extracting(ChoiceView::id).containsExactly(likely, unlikely);
        assertThat(never.items()).extracting(ChoiceView::kind).containsOnlyNulls();

        study(TRAINING);
        assertThat(resource.rank(FREE).state()).isEqualTo("notEnoughData");
        assertThat(ofPerson.show(likely).unknown()).containsExactly("training");
        assertThat(ofPerson.show(likely).actions()).isEmpty();
    }

    @Test
    void aScorecardsScoreIsNoProbabilityAndNothingIsExpectedFromIt() {
        study(PROMOTION);
        score(card(1, 100_000), .5, inUse.identity(), new double[0]);

        assertThat(resource.rank(FREE).state()).isEqualTo("notCalibrated");
    }

    @Test
    void aPersonsActionsAreShownBestFirst() {
        study(PAY, PROMOTION, TRAINING);
        UUID person = person(1, .5, 200_000);

        PersonActionsResource.ActionsView view = ofPerson.show(person);

        assertThat(view.state()).isEqualTo("ready");
        assertThat(view.actions()).extracting("kind").containsExactly("promotion", "pay");
        withheld.add("reasons");
        assertThatThrownBy(() -> ofPerson.show(person)).isInstanceOf(RestException.class);
    }

    @Test
    @Tag("O27")
    void whereScoringWasStoppedNothingIsRanked() {
        study(PROMOTION);
        person(1, .5, 200_000);
        room.refusal = Refusal.STOPPED;

        assertThatThrownBy(() -> resource.rank(FREE))
                .isInstanceOfSatisfying(
                        RestException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("SCORING_STOPPED"));
    }

    @Test
    void wrongAmountsAreRefusedFieldByField() {
        RankingQuery wrong = new RankingQuery(
                null, 0.0, Map.of("bribe", 5.0, "training", -1.0), "yuan", Double.NaN, null, "name", null, null);

        assertThatThrownBy(() -> resource.rank(wrong))
                .isInstanceOfSatisfying(
                        RestException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "subsidiaryId",
                                        "raisePercent",
                                        "costs.bribe",
                                        "costs.training",
                                        "currency",
                                        "budget",
                                        "sort"));
    }

    @Test
    void theSheetHoldsTheSameRowsAndRunsNoFormula(@TempDir Path directory) throws IOException {
        study(PROMOTION);
        UUID person = person(1, .5, 200_000);
        cards.put(person, card(person, "=1+1", 200_000));

        Path sheet = Files.write(directory.resolve("actions.xlsx"), resource.export(FREE, "en"));

        String words = part(sheet, "xl/sharedStrings.xml");
        assertThat(words).contains("&apos;=1+1").contains("no promise");
        assertThat(part(sheet, "xl/worksheets/sheet1.xml"))
                .as("no formula")
                .doesNotContain("<f>")
                .contains("<v>0.5</v>");
    }

    private static String part(Path sheet, String name) throws IOException {
        try (ZipFile zip = new ZipFile(sheet.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void study(ActionEffect... effects) {
        study(List.of(), effects);
    }

    private void study(List<ForWhom> forWhom, ActionEffect... effects) {
        room.effects.keep(new StoredStudy(
                GeneratedFirm.ID,
                GeneratedFirm.END,
                new EffectStudy(180, 1_000, List.of(effects), List.of(), forWhom, null)));
    }

    private UUID person(int number, double probability, double pay) {
        return person(number, probability, pay, Double.NaN);
    }

    private UUID person(int number, double probability, double pay, double payToMarket) {
        double[] features = IntStream.range(0, inUse.columns().size())
                .mapToDouble(column -> inUse.columns().get(column).name().equals(FEATURE) ? payToMarket : Double.NaN)
                .toArray();
        ModelIdentity trained = new ModelIdentity(inUse.identity().id(), Kind.TRAINED, "xgboost", "1", 180);
        return score(card(number, pay), probability, trained, features);
    }

    private UUID score(PersonCard card, double probability, ModelIdentity model, double... features) {
        room.current.add(new RiskScore(
                UUID.randomUUID(),
                GeneratedFirm.ID,
                card.id(),
                GeneratedFirm.END,
                RiskRoom.CLOCK.instant(),
                Band.MEDIUM,
                Why.KNOWN,
                model,
                1,
                0,
                Math.log(probability / (1 - probability)),
                features,
                List.of(),
                DataUse.NONE));
        return card.id();
    }

    private PersonCard card(int number, double pay) {
        PersonCard card = card(new UUID(7, number), "Name " + number, pay);
        cards.put(card.id(), card);
        return card;
    }

    private static PersonCard card(UUID id, String name, double pay) {
        return new PersonCard(
                id,
                GeneratedFirm.ID,
                null,
                null,
                Employee.Status.ACTIVE,
                "1",
                name,
                "",
                "",
                "",
                false,
                null,
                pay,
                "CNY");
    }

    private People people() {
        return (People) Proxy.newProxyInstance(
                People.class.getClassLoader(),
                new Class<?>[] {People.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "card" -> Optional.ofNullable(cards.get((UUID) arguments[0]));
                    case "departments" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
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
}
