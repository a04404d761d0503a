package org.holdfast.core.protection.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody is scored before the data-protection officer has signed for it. */
@Tag("O23")
class ScoringPermissionTest {
    private final GateWorld world = new GateWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutASignedAssessmentNobodyIsScored() {
        UUID subsidiary = world.subsidiary("CN", false);
        assertThat(world.permission.refusal(subsidiary)).contains(Refusal.NOT_ASSESSED);

        Assessment draft = world.assessments.open(
                subsidiary, "pipl@1.0.0", new Scope(Set.of(DataCategory.PAY), GateWorld.MODELS), Map.of());
        assertThat(world.permission.refusal(subsidiary)).contains(Refusal.NOT_ASSESSED);

        world.assessments.sign(draft, new UUID(1, 1), GateWorld.TODAY.plusMonths(12));
        assertThat(world.permission.refusal(subsidiary)).isEmpty();
    }

    @Test
    void anAssessmentRunsOut() {
        UUID subsidiary = world.lawful();

        world.clock.set("2027-11-26T12:00:00Z");
        assertThat(world.permission.refusal(subsidiary)).isEmpty();
        world.clock.set("2027-11-27T12:00:00Z");
        assertThat(world.permission.refusal(subsidiary)).contains(Refusal.NOT_ASSESSED);
    }

    @Test
    void aModelTheAssessmentIsNotAboutReopensIt() {
        UUID subsidiary = world.lawful();

        world.installed = Set.of("industry:tech@1.1", "engine:org.holdfast.engine.xgboost@0.1");

        assertThat(world.permission.refusal(subsidiary)).contains(Refusal.NEW_MODEL);
    }

    @Test
    void generatedPeopleNeedNoAssessment() {
        assertThat(world.permission.refusal(world.subsidiary("CN", true))).isEmpty();
    }

    @Test
    void aSubsidiaryWithoutARuleBookIsNotScored() {
        assertThat(world.permission.refusal(world.subsidiary("US", false))).contains(Refusal.NO_RULE_BOOK);
    }

    @Test
    @Tag("O27")
    void scoringCanBeStoppedAtOnceEvenOfGeneratedPeopleAndGoesOnWhenTold() {
        UUID subsidiary = world.subsidiary("CN", true);

        world.stops.set(subsidiary, true, new UUID(1, 1));
        assertThat(world.permission.refusal(subsidiary)).contains(Refusal.STOPPED);
        world.stops.set(subsidiary, false, new UUID(1, 1));
        assertThat(world.permission.refusal(subsidiary)).isEmpty();
    }

    @Test
    void aSignedAssessmentStaysAsItIs() {
        UUID subsidiary = world.subsidiary("CN", false);
        Assessment signed = world.assessed(subsidiary, Set.of(DataCategory.PAY));

        assertThat(world.assessments.answer(signed, Set.of(DataCategory.JOB_SITE), Map.of("purpose", "other")))
                .isEmpty();
        assertThat(world.assessments.sign(signed, new UUID(2, 2), GateWorld.TODAY.plusYears(9)))
                .isFalse();
        assertThat(world.assessments.find(signed.id()).orElseThrow().signature())
                .extracting(Assessment.Signature::by, Assessment.Signature::validTo)
                .containsExactly(new UUID(1, 1), GateWorld.TODAY.plusMonths(12));
    }

    @Test
    void theAssessmentThatWasSignedLastDecides() {
        UUID subsidiary = world.lawful();
        world.clock.set("2026-11-26T13:00:00Z");
        world.assessed(subsidiary, Set.of(DataCategory.PAY));

        assertThat(world.assessments.covered(subsidiary, GateWorld.TODAY)).containsExactly(DataCategory.PAY);
        assertThat(world.assessments.of(subsidiary))
                .extracting(Assessment::version)
                .isEqualTo(List.of(2, 1));
    }
}
