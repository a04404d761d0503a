package org.holdfast.core.risk.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.core.risk.effect.SurvivalCurve.Point;
import org.holdfast.core.risk.effect.SurvivalCurve.Spell;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    /**
     * The 21 patients of Freireich et al. 1963 on 6-mercaptopurine, two days for each week. After 15 weeks 0.690 were in
     * remission, 95 % interval on the log-log scale 0.432 to 0.849 (survfit of R's package survival).
     */
    @Test
    void theCurveAndItsIntervalAreThoseOfAKnownTrial() {
        List<Spell> spells = new ArrayList<>();
        for (int week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            spells.add(new Spell(2 * week, true));
        }
        for (int week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            spells.add(new Spell(2 * week, false));
        }

        SurvivalCurve curve = SurvivalCurve.of("pay", spells);

        Point day30 = curve.points().get(1);
        assertThat(day30.day()).isEqualTo(30);
        assertThat(day30.atRisk()).isEqualTo(11);
        assertThat(day30.here()).isCloseTo(.690, within(.0005));
        assertThat(day30.low()).isCloseTo(.432, within(.001));
        assertThat(day30.high()).isCloseTo(.849, within(.001));
        assertThat(curve.people()).isEqualTo(21);
        assertThat(curve.exits()).isEqualTo(9);
    }

    @Test
    void theCurveEndsWhereFewerThanTenPeopleAreLookedAt() {
        List<Spell> spells = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> spells.add(new Spell(i < 3 ? 45 : 400, i < 3)));

        SurvivalCurve curve = SurvivalCurve.of("pay", spells);

        assertThat(curve.points()).extracting(Point::day).containsExactly(0, 30);
        assertThat(curve.points())
                .allSatisfy(point -> assertThat(point.atRisk()).isGreaterThanOrEqualTo(10));
    }

    @Test
    void whereNobodyHasLeftEverybodyIsStillHere() {
        List<Spell> spells =
                IntStream.range(0, 20).mapToObj(i -> new Spell(800, false)).toList();

        assertThat(SurvivalCurve.of("pay", spells).points())
                .hasSize(25)
                .allSatisfy(point -> assertThat(point.here()).isEqualTo(1));
    }
}
