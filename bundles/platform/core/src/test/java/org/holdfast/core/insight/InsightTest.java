package org.holdfast.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.NoScores;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O19")
class InsightTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final Staff staff = new Staff(database, vault);
    private final CurrentScores scores = new CurrentScores(new NoScores());
    private final HeatMap heatMap = new HeatMap(staff.people, scores);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void meansAndCountsAddUpOverDepartments() {
        UUID division = staff.department(firm, "D", null);
        UUID team = staff.department(firm, "T", division);
        fill(division, 10, 0);
        fill(team, 10, 1.7346);

        Map<String, HeatNode> nodes = nodes();

        assertThat(nodes.get("Unit T").meanScore()).isEqualTo(8.5);
        assertThat(nodes.get("Unit D").meanScore()).isEqualTo(6.75);
        assertThat(nodes.get("Unit D").highCount()).isEqualTo(10);
        assertThat(nodes.get("Unit D").headcount()).isEqualTo(20);
        assertThat(nodes.get("Firm S1").meanScore()).isEqualTo(6.75);
        assertThat(nodes.get("Unit T").parentId()).isEqualTo(division);
    }

    @Test
    void groupUnderTenIsSuppressedWithItsNextSmallestNeighbour() {
        fill(staff.department(firm, "A", null), 9, 0);
        fill(staff.department(firm, "B", null), 12, 0);
        fill(staff.department(firm, "C", null), 20, 0);

        Map<String, HeatNode> nodes = nodes();

        assertThat(nodes.get("Unit A").suppressed()).isTrue();
        assertThat(nodes.get("Unit A").meanScore()).isNull();
        assertThat(nodes.get("Unit A").highCount()).isNull();
        assertThat(nodes.get("Unit A").headcount()).isEqualTo(9);
        assertThat(nodes.get("Unit B").suppressed()).isTrue();
        assertThat(nodes.get("Unit C").suppressed()).isFalse();
        assertThat(nodes.get("Firm S1").suppressed()).isFalse();
    }

    @Test
    void smallGroupsThatHideEachOtherNeedNoNeighbour() {
        fill(staff.department(firm, "A", null), 6, 0);
        fill(staff.department(firm, "B", null), 6, 0);
        fill(staff.department(firm, "C", null), 20, 0);

        assertThat(nodes().get("Unit C").suppressed()).isFalse();
    }

    @Test
    void whatIsSuppressedCannotBeAddedUpFromItsOwnParts() {
        fill(staff.department(firm, "A", null), 9, 0);
        UUID next = staff.department(firm, "B", null);
        fill(staff.department(firm, "B1", next), 10, 0);
        fill(staff.department(firm, "B2", next), 10, 0);
        fill(staff.department(firm, "C", null), 30, 0);

        Map<String, HeatNode> nodes = nodes();

        assertThat(nodes.get("Unit B1").suppressed()).isTrue();
        assertThat(nodes.get("Unit B2").suppressed()).isTrue();
    }

    @Test
    void headOfADivisionCannotBeWorkedOutFromTheDivisionAndItsParts() {
        UUID division = staff.department(firm, "D", null);
        fill(division, 1, 1.7346);
        fill(staff.department(firm, "T", division), 20, 0);

        Map<String, HeatNode> nodes = nodes();

        assertThat(nodes.get("Unit D").suppressed()).isFalse();
        assertThat(nodes.get("Unit D").highCount()).isZero();
        assertThat(nodes.get("Unit D").meanScore()).isEqualTo(5.0);
        assertThat(nodes.get("Unit D").headcount()).isEqualTo(21);
    }

    @Test
    void nothingOfAFewCanBeTakenFromAnyWholeWhateverTheSizes() {
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 300; round++) {
            Unit root = tree(random, 3);
            SmallGroups.suppress(root);
            check(root);
        }
    }

    @Test
    void rateIsTwelveTimesTheExitsOverTheMeanHeadcount() {
        List<UUID> people = fill(staff.department(firm, "A", null), 20, 0);
        staff.leaves(people.get(0), LocalDate.of(2026, 10, 31), "voluntary");
        staff.leaves(people.get(1), LocalDate.of(2026, 10, 31), "involuntary");
        staff.hire(firm, null, null, LocalDate.of(2026, 11, 1));

        List<Employments.Employment> all = new Employments(staff.people).of(firm);
        AttritionMonth october = Employments.month(all, Employments.Sums.NONE, YearMonth.of(2026, 10));
        AttritionMonth november = Employments.month(all, Employments.Sums.NONE, YearMonth.of(2026, 11));

        assertThat(october).isEqualTo(new AttritionMonth("2026-10", 20, 1, 2, 0.6));
        assertThat(november).isEqualTo(new AttritionMonth("2026-11", 19, 0, 0, 0.0));
    }

    @Test
    void meanHeadcountCountsDays() {
        List<UUID> people = fill(staff.department(firm, "A", null), 11, 0);
        staff.leaves(people.get(0), LocalDate.of(2026, 6, 15), "voluntary");

        AttritionMonth june =
                Employments.month(new Employments(staff.people).of(firm), Employments.Sums.NONE, YearMonth.of(2026, 6));

        assertThat(june.headcount()).isEqualTo(10.5);
        assertThat(june.annualisedVoluntaryRate()).isEqualTo(Math.round(10_000 * 12 / 10.5) / 10_000.0);
    }

    @Test
    void exitsOfASmallGroupAreNotTold() {
        List<UUID> people = fill(staff.department(firm, "A", null), 9, 0);
        staff.leaves(people.get(0), LocalDate.of(2026, 10, 31), "voluntary");

        AttritionMonth october = Employments.month(
                new Employments(staff.people).of(firm), Employments.Sums.NONE, YearMonth.of(2026, 10));

        assertThat(october).isEqualTo(new AttritionMonth("2026-10", 9, null, null, null));
    }

    private static void check(Unit unit) {
        if (unit.suppressed()) {
            assertThat(unit.children).allMatch(Unit::suppressed);
            return;
        }
        int shown = unit.shown().scored();
        int parts = unit.children.stream()
                .filter(child -> !child.suppressed())
                .mapToInt(child -> child.shown().scored())
                .sum();
        assertThat(shown == 0 || shown >= 10).isTrue();
        assertThat(shown - parts == 0 || shown - parts >= 10).isTrue();
        unit.children.forEach(InsightTest::check);
    }

    private static Unit tree(java.util.Random random, int depth) {
        Unit unit = new Unit(UUID.randomUUID(), null, "department", "");
        for (int i = random.nextInt(random.nextBoolean() ? 3 : 25); i > 0; i--) {
            unit.count(random.nextInt(5) == 0 ? Double.NaN : 5, Band.MEDIUM);
        }
        for (int i = depth == 0 ? 0 : random.nextInt(5); i > 0; i--) {
            unit.children.add(tree(random, depth - 1));
        }
        return unit;
    }

    private Map<String, HeatNode> nodes() {
        Subsidiary subsidiary = staff.people.subsidiary(firm).orElseThrow();
        Map<String, HeatNode> nodes = new HashMap<>();
        heatMap.nodes(subsidiary).forEach(node -> nodes.put(node.name(), node));
        return nodes;
    }

    private List<UUID> fill(@Nullable UUID department, int people, double margin) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            UUID id = staff.hire(firm, department, null, LONG_AGO);
            ids.add(id);
            scores.add(new RiskScore(
                    UUID.randomUUID(),
                    firm,
                    id,
                    LocalDate.of(2026, 11, 22),
                    Instant.EPOCH,
                    margin > 1 ? Band.HIGH : Band.MEDIUM,
                    RiskScore.Why.KNOWN,
                    ModelIdentity.NONE,
                    0,
                    0,
                    margin,
                    new double[0],
                    List.of(),
                    RiskScore.DataUse.NONE));
        }
        return ids;
    }

    @Test
    @Tag("O14")
    void figuresOfThePastStayWhenSomebodyWhoHasLeftIsErased() {
        UUID person = UUID.randomUUID();
        for (int i = 0; i < 15; i++) {
            person = staff.hire(firm, null, null, LocalDate.of(2025, 3, 10));
        }
        staff.leaves(person, LocalDate.of(2026, 6, 15), "voluntary");
        List<AttritionMonth> before = months(database, staff, firm);
        assertThat(before).anySatisfy(month -> assertThat(month.exits()).isEqualTo(1));

        ErasedAttrition erased = new ErasedAttrition(database, staff.people);
        Subject subject = Subject.person(firm, person);
        database.run(connection -> erased.note(connection, subject));
        database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from employee where id = ?")) {
                delete.setObject(1, subject.personId().orElseThrow());
                delete.executeUpdate();
            }
        });
        Staff after = new Staff(database, vault);

        assertThat(months(database, after, firm)).isEqualTo(before);
        database.run(connection -> erased.note(connection, subject));
        assertThat(months(database, after, firm)).as("nothing is added twice").isEqualTo(before);
    }

    private static List<AttritionMonth> months(LocalDatabase database, Staff staff, UUID firm) {
        Map<YearMonth, Employments.Sums> gone = new ErasedAttrition(database, staff.people).of(List.of(firm));
        List<Employments.Employment> all = new Employments(staff.people).of(firm);
        return IntStream.range(0, 24)
                .mapToObj(YearMonth.of(2025, 1)::plusMonths)
                .map(month -> Employments.month(all, gone.getOrDefault(month, Employments.Sums.NONE), month))
                .toList();
    }
}
