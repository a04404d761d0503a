package org.holdfast.core.offboarding.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow that would hang, turn by itself or leave out what the group demands is refused before anybody leaves by it. */
class FlowRulesTest {
    private static final Set<FlowStep> NONE = EnumSet.noneOf(FlowStep.class);
    private static final Set<FlowStep> ASSETS = EnumSet.of(FlowStep.ASSETS);

    @ParameterizedTest
    @ValueSource(strings = {"node-approval", "parallel"})
    void whatShipsMayRunAndLeavesNothingOut(String key) throws Exception {
        FlowGraph flow = FlowReader.read(FlowWorld.shipped(key));

        assertThat(FlowRules.check(
                        flow,
                        EnumSet.complementOf(
                                EnumSet.of(FlowStep.GENERAL, FlowStep.NON_COMPETE, FlowStep.EXIT_INTERVIEW))))
                .isEmpty();
        assertThat(flow.key()).isEqualTo(key);
        assertThat(flow.names()).containsKeys("en", "zh", "de");
    }

    @Test
    void aStepThatIsNotThereIsNamed() throws Exception {
        FlowText flow = FlowText.flow().step("handover").way("start", "handover", "end");

        assertThat(codes(flow, EnumSet.of(FlowStep.HANDOVER, FlowStep.ACCOUNTS, FlowStep.ASSETS)))
                .containsExactly("flowMandatory accounts", "flowMandatory assets");
    }

    @Test
    void aWayAroundAStepIsSeen() throws Exception {
        FlowText flow = FlowText.flow()
                .step("handover")
                .step("assets")
                .node("exclusiveGateway", "g")
                .way("start", "handover", "g")
                .when("g", "has-assets", "assets")
                .when("g", "has-none", "end")
                .way("assets", "end");

        assertThat(codes(flow, ASSETS)).containsExactly("flowMandatory assets");
        assertThat(codes(flow, NONE)).isEmpty();
    }

    @Test
    void anInclusiveGatewayThatMayPassAStepIsSeen() throws Exception {
        FlowText flow = FlowText.flow()
                .step("handover")
                .step("assets")
                .step("accounts")
                .node("inclusiveGateway", "g")
                .node("inclusiveGateway", "j")
                .way("start", "handover", "g")
                .way("g", "accounts", "j", "end")
                .when("g", "with-assets", "assets")
                .when("g", "without", "j")
                .way("assets", "j");

        assertThat(codes(flow, ASSETS)).containsExactly("flowMandatory assets");
        assertThat(codes(flow, NONE)).isEmpty();
    }

    @Test
    void aBranchThatNobodyWaitsForIsSeen() throws Exception {
        FlowText flow = FlowText.flow()
                .step("accounts")
                .step("assets")
                .node("parallelGateway", "g")
                .node("endEvent", "other")
                .way("start", "g", "assets", "other")
                .way("g", "accounts", "end");

        assertThat(codes(flow, ASSETS)).containsExactly("flowMandatory assets");
    }

    @Test
    void aTimerThatTakesAStepAwayIsSeenAndOneThatOnlyRemindsIsNot() throws Exception {
        FlowText taken = FlowText.flow()
                .step("assets")
                .timer("late", "assets", true, "PT8H")
                .way("start", "assets", "end")
                .way("late", "end");
        FlowText reminded = FlowText.flow()
                .step("assets")
                .step("general")
                .timer("late", "assets", false, "PT8H")
                .node("endEvent", "told")
                .way("start", "assets", "end")
                .way("late", "general", "told");

        assertThat(codes(taken, ASSETS)).containsExactly("flowMandatory assets");
        assertThat(codes(reminded, ASSETS)).isEmpty();
    }

    @Test
    void theSameStepOnEveryWayCounts() throws Exception {
        FlowText flow = FlowText.flow()
                .step("handover")
                .task("large", "assets", "administration")
                .task("small", "assets", "superior")
                .node("exclusiveGateway", "g")
                .way("start", "handover", "g")
                .when("g", "many", "large")
                .when("g", "few", "small")
                .way("large", "end")
                .way("small", "end");

        assertThat(codes(flow, ASSETS)).isEmpty();
    }

    @Test
    void aJoinThatNeverGetsAllItsBranchesIsSeen() throws Exception {
        FlowText flow = FlowText.flow()
                .step("handover")
                .step("assets")
                .step("accounts")
                .node("exclusiveGateway", "g")
                .node("parallelGateway", "j")
                .way("start", "handover", "g")
                .when("g", "one", "assets")
                .when("g", "other", "accounts")
                .way("assets", "j", "end")
                .way("accounts", "j");

        assertThat(codes(flow, NONE)).contains("flowStuck j");
    }

    @Test
    void branchesThatMeetWithoutAJoinAreSeen() throws Exception {
        FlowText flow = FlowText.flow()
                .step("handover")
                .step("assets")
                .step("accounts")
                .node("parallelGateway", "g")
                .way("start", "g", "assets", "handover", "end")
                .way("g", "accounts", "handover");

        assertThat(codes(flow, NONE)).containsExactly("flowTwice handover");
    }

    @Test
    void aLoopNeedsSomebodyWhoTurnsIt() throws Exception {
        FlowText alone = FlowText.flow()
                .step("handover")
                .node("exclusiveGateway", "a")
                .node("exclusiveGateway", "b")
                .timer("late", "handover", true, "PT8H")
                .way("start", "a", "handover", "end")
                .way("late", "b", "a");
        FlowText turned = FlowText.flow()
                .step("handover")
                .step("general")
                .node("exclusiveGateway", "g")
                .way("start", "handover", "g")
                .when("g", "returned", "general")
                .when("g", "done", "end")
                .way("general", "handover");

        assertThat(codes(alone, NONE)).contains("flowLoop handover", "flowLoop late");
        assertThat(codes(turned, EnumSet.of(FlowStep.HANDOVER))).isEmpty();
    }

    @Test
    void whatCannotBeReachedOrCannotEndIsSeen() throws Exception {
        FlowText island = FlowText.flow()
                .step("handover")
                .step("general")
                .node("exclusiveGateway", "a")
                .way("start", "handover", "end")
                .way("a", "general", "a");

        assertThat(codes(island, NONE)).contains("flowUnreached general", "flowUnreached a");
    }

    @Test
    void outcomesThatLeadNowhereOrTwiceAreSeen() throws Exception {
        FlowText twice = FlowText.flow()
                .step("handover")
                .step("assets")
                .node("exclusiveGateway", "g")
                .way("start", "handover", "g")
                .when("g", "done", "assets")
                .when("g", "done", "end")
                .way("assets", "end");
        FlowText silent = FlowText.flow()
                .step("handover")
                .step("assets")
                .node("exclusiveGateway", "g")
                .way("start", "handover", "g", "assets", "end")
                .way("g", "end");
        FlowText dead =
                FlowText.flow().step("handover").way("start", "handover").when("handover", "done", "end");

        assertThat(codes(twice, NONE)).containsExactly("flowOutcomes g");
        assertThat(codes(silent, NONE)).containsExactly("flowOutcomes g");
        assertThat(codes(dead, NONE)).containsExactly("flowOutcomes handover");
    }

    @Test
    void whatCannotBeCheckedIsRefusedAtOnce() throws Exception {
        FlowText flow = FlowText.flow()
                .node("parallelGateway", "g")
                .node("parallelGateway", "j")
                .way("start", "g")
                .way("j", "end");
        for (int i = 0; i < 40; i++) {
            flow.task("t" + i, "general", "hr").way("g", "t" + i, "j");
        }

        assertThat(codes(flow, NONE)).containsExactly("flowComplex own");
    }

    private static List<String> codes(FlowText flow, Set<FlowStep> mandatory) throws FlowRefusal {
        return FlowRules.check(FlowReader.read(flow.bytes()), mandatory).stream()
                .map(finding -> finding.code() + ' ' + finding.element())
                .toList();
    }
}
