package org.holdfast.core.protection.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.Notices.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing about anybody is used without a lawful basis. */
class LawfulBasisGateTest {
    private static final LocalDate TODAY = GateWorld.TODAY;
    private static final DataCategory[] CATEGORIES = DataCategory.values();

    private final GateWorld world = new GateWorld();
    private final UUID person = UUID.randomUUID();

    @AfterEach
    void close() {
        world.close();
    }

    /** What the law says, written down a second time: 5,000 random cases against it. */
    @Test
    @Tag("O1")
    void everyDecisionIsWhatTheRulesSay() {
        Random dice = new Random(20_261_126);
        int let = 0;
        for (int i = 0; i < 5_000; i++) {
            Case drawn = Case.draw(dice);
            UUID subsidiary = drawn.in(world, person);
            LocalDate day = TODAY.minusDays(dice.nextInt(400));

            boolean decided = world.gate.lets(subsidiary, person, drawn.category, day);

            assertThat(decided).as("%s on %s", drawn, day).isEqualTo(drawn.lawful(day));
            // A run asks for all categories at once, and hears the same.
            SignalGate page = world.gate.read(subsidiary, List.of(person));
            assertThat(page.categories(subsidiary, person, day).contains(drawn.category))
                    .as("%s on %s", drawn, day)
                    .isEqualTo(decided);
            let += decided ? 1 : 0;
            world.agreed.clear();
            world.objectors.clear();
            world.bases.replace(subsidiary, List.of());
        }
        assertThat(let).isBetween(400, 4_600);
    }

    @Test
    @Tag("O2")
    void aConsentCountsUntilItIsWithdrawnAndNoLonger() {
        UUID subsidiary = world.lawful();
        world.told(subsidiary, person);
        GateWorld.Agreed consent =
                new GateWorld.Agreed(person, DataCategory.JOB_SITE, TODAY.minusDays(90), LocalDate.MAX);
        world.agreed.add(consent);
        assertThat(world.gate.lets(subsidiary, person, DataCategory.JOB_SITE, TODAY))
                .isTrue();

        world.agreed.remove(consent);
        world.agreed.add(new GateWorld.Agreed(person, DataCategory.JOB_SITE, consent.from(), TODAY.minusDays(1)));

        assertThat(world.gate.lets(subsidiary, person, DataCategory.JOB_SITE, TODAY))
                .isFalse();
        // Not even for a day on which the consent was there: it is used today.
        assertThat(world.gate.lets(subsidiary, person, DataCategory.JOB_SITE, TODAY.minusDays(30)))
                .isFalse();
    }

    /** A consent is asked for only where it would open something: not where the law, the notice or an objection stands against it. */
    @Test
    @Tag("O2")
    void nobodyIsAskedToAgreeWhereThatWouldNotBeLawful() {
        LawfulBasisGate gate =
                new LawfulBasisGate(world.rules, world.ledger(), world.notices, firm -> world.objectors, world.clock);
        UUID firm = world.lawful();
        assertThat(gate.asks(firm, person, DataCategory.SURVEY))
                .as("before the notice")
                .isFalse();
        world.told(firm, person);

        assertThat(gate.asks(firm, person, DataCategory.SURVEY)).isTrue();
        assertThat(gate.asks(firm, person, DataCategory.PAY))
                .as("rests on HR rules")
                .isFalse();
        world.bases.replace(firm, List.of());
        world.basis(firm, DataCategory.SURVEY, BasisKind.LEGITIMATE_INTERESTS, TODAY.minusDays(9), null);
        assertThat(gate.asks(firm, person, DataCategory.SURVEY))
                .as("no basis of the rule book")
                .isFalse();
        world.bases.replace(firm, List.of());
        world.proposed(firm);
        world.objectors.add(person);
        assertThat(gate.asks(firm, person, DataCategory.SURVEY)).as("objected").isFalse();
        assertThat(gate.asks(world.subsidiary("US", false), person, DataCategory.SURVEY))
                .as("no rule book")
                .isFalse();
    }

    @Test
    @Tag("O5")
    void whoHasNotBeenToldIsNotScored() {
        UUID subsidiary = world.lawful();
        List<UUID> everybody = Stream.generate(UUID::randomUUID).limit(1_000).toList();
        Notice notice = world.notice(subsidiary, Set.of(CATEGORIES));
        world.notices.give(notice, everybody.subList(137, 1_000), TODAY);

        SignalGate page = world.gate.read(subsidiary, everybody);

        assertThat(everybody.stream().filter(id -> page.mayScore(subsidiary, id)))
                .hasSize(863);
        assertThat(world.notices.given(notice)).isEqualTo(863);
    }

    @Test
    @Tag("O8")
    void whoHasObjectedIsNotScoredEvenInASandbox() {
        UUID objector = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID firm = world.lawful();
        UUID sandbox = world.subsidiary("CN", true);
        world.told(firm, objector, other);
        world.objectors.add(objector);

        for (UUID where : List.of(firm, sandbox)) {
            assertThat(world.gate.mayScore(where, objector)).isFalse();
            assertThat(world.gate.mayScore(where, other)).isTrue();
        }
        assertThat(world.gate.lets(firm, objector, DataCategory.PAY, TODAY)).isFalse();
        assertThat(world.gate.lets(firm, other, DataCategory.PAY, TODAY)).isTrue();
    }

    @Test
    @Tag("O5")
    void whatTheNoticeDoesNotTellAboutIsWithheld() {
        UUID subsidiary = world.lawful();
        world.notices.give(world.notice(subsidiary, Set.of(DataCategory.PAY)), List.of(person), TODAY);

        assertThat(open(subsidiary)).containsExactly(DataCategory.PAY);
    }

    @Test
    @Tag("O23")
    void whatTheAssessmentDoesNotCoverIsWithheld() {
        UUID subsidiary = world.subsidiary("CN", false);
        world.proposed(subsidiary);
        world.told(subsidiary, person);
        assertThat(open(subsidiary)).isEmpty();

        world.assessed(subsidiary, Set.of(DataCategory.PAY, DataCategory.WORK));

        assertThat(open(subsidiary)).containsExactlyInAnyOrder(DataCategory.PAY, DataCategory.WORK);
    }

    @Test
    @Tag("O23")
    void anAssessmentThatHasRunOutCoversNothing() {
        UUID subsidiary = world.lawful();
        world.told(subsidiary, person);
        assertThat(open(subsidiary)).isNotEmpty();

        world.clock.set("2027-11-27T12:00:00Z");

        assertThat(open(subsidiary)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackLetsNothingThroughThatWasToldLater() {
        UUID subsidiary = world.lawful();
        world.told(subsidiary, person);

        world.clock.set("2026-11-20T12:00:00Z");

        assertThat(open(subsidiary)).isEmpty();
    }

    @Test
    void withoutARuleBookNothingIsUsed() {
        UUID subsidiary = world.subsidiary("US", false);
        world.basis(subsidiary, DataCategory.PAY, BasisKind.HR_RULES, TODAY.minusYears(1), null);
        world.assessed(subsidiary, Set.of(CATEGORIES));
        world.told(subsidiary, person);
        assertThat(open(subsidiary)).isEmpty();

        world.books.name(subsidiary, "pipl");

        assertThat(open(subsidiary)).containsExactly(DataCategory.PAY);
    }

    @Test
    void whoeverIsAskedAboutElsewhereIsWithheld() {
        UUID subsidiary = world.lawful();
        UUID other = world.lawful();
        world.told(subsidiary, person);
        SignalGate page = world.gate.read(subsidiary, List.of(person));

        assertThat(page.lets(other, person, DataCategory.PAY, TODAY)).isFalse();
        assertThat(page.categories(other, person, TODAY)).isEmpty();
        assertThat(page.lets(subsidiary, UUID.randomUUID(), DataCategory.PAY, TODAY))
                .isFalse();
        assertThat(page.categories(subsidiary, UUID.randomUUID(), TODAY)).isEmpty();
    }

    @Test
    void everyChangeIsTold() {
        UUID subsidiary = world.lawful();
        world.told(subsidiary, person);
        world.stops.set(subsidiary, true, new UUID(1, 1));
        world.books.name(subsidiary, "gdpr");

        assertThat(new ArrayList<>(world.changed)).containsOnly(subsidiary).hasSize(5);
    }

    private Set<DataCategory> open(UUID subsidiary) {
        LocalDate today = LocalDate.ofInstant(
                world.clock.instant(), world.subsidiaries.get(subsidiary).zone());
        Set<DataCategory> open = EnumSet.noneOf(DataCategory.class);
        for (DataCategory category : CATEGORIES) {
            if (world.gate.lets(subsidiary, person, category, today)) {
                open.add(category);
            }
        }
        return open;
    }

    /** A subsidiary, a basis, a consent, a notice and an assessment, each there or not. */
    private record Case(
            String country,
            boolean sandbox,
            DataCategory category,
            BasisKind kind,
            int basisFrom,
            int basisTo,
            int consentFrom,
            int consentTo,
            boolean told,
            boolean assessed,
            boolean objected) {

        static Case draw(Random dice) {
            return new Case(
                    List.of("CN", "DE", "US").get(dice.nextInt(3)),
                    dice.nextInt(3) == 0,
                    CATEGORIES[dice.nextInt(CATEGORIES.length)],
                    BasisKind.values()[dice.nextInt(BasisKind.values().length)],
                    300 + dice.nextInt(300),
                    dice.nextInt(200) - 100,
                    200 + dice.nextInt(200),
                    dice.nextInt(200) - 100,
                    dice.nextInt(5) > 0,
                    dice.nextInt(5) > 0,
                    dice.nextInt(10) == 0);
        }

        UUID in(GateWorld world, UUID person) {
            UUID subsidiary = world.subsidiary(country, sandbox);
            world.basis(subsidiary, category, kind, TODAY.minusDays(basisFrom), TODAY.minusDays(basisTo));
            world.agreed.add(
                    new GateWorld.Agreed(person, category, TODAY.minusDays(consentFrom), TODAY.minusDays(consentTo)));
            if (told) {
                world.told(subsidiary, person);
            }
            if (assessed) {
                world.assessed(subsidiary, Set.of(category));
            }
            if (objected) {
                world.objectors.add(person);
            }
            return subsidiary;
        }

        boolean lawful(LocalDate day) {
            boolean announced = sandbox || (told && assessed);
            return !objected && announced && accepted() && holds(day) && holds(TODAY);
        }

        /** PIPL Art. 13, GDPR Art. 6: which basis is one for scoring. */
        private boolean accepted() {
            Set<DataCategory> onConsent = EnumSet.of(DataCategory.FEEDBACK, DataCategory.SURVEY, DataCategory.JOB_SITE);
            return switch (country) {
                case "CN" -> kind == BasisKind.CONSENT || (kind == BasisKind.HR_RULES && !onConsent.contains(category));
                case "DE" ->
                    onConsent.contains(category)
                            ? kind == BasisKind.CONSENT
                            : kind == BasisKind.HR_RULES || kind == BasisKind.LEGITIMATE_INTERESTS;
                // No rule book: generated people need none, but a job site is nobody's but the person's own.
                default -> sandbox && (kind == BasisKind.CONSENT || category != DataCategory.JOB_SITE);
            };
        }

        private boolean holds(LocalDate day) {
            return within(day, basisFrom, basisTo)
                    && (kind != BasisKind.CONSENT || within(day, consentFrom, consentTo));
        }

        private static boolean within(LocalDate day, int from, int to) {
            return !day.isBefore(TODAY.minusDays(from)) && !day.isAfter(TODAY.minusDays(to));
        }
    }
}
