package org.holdfast.core.offboarding.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HR keeps the flows of its own subsidiary; what the group demands is in all of them, before and after. */
class FlowDeskTest {
    private final LocalDatabase database = LocalDatabase.fresh();
    private final SetClock clock = new SetClock("2026-03-02T01:00:00Z");
    private final Staff staff = new Staff(database, new TestVault());
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID other = staff.subsidiary("S2", "Asia/Shanghai");
    private final FlowTable table = new FlowTable(database);
    private final Flows flows =
            new Flows(table, code -> staff.people.subsidiaryByCode(code).map(one -> one.id()), clock);
    private final FlowDesk desk = new FlowDesk(flows, staff.people, new Texts(FixedRegistry::new));
    private final Visibility hr = sight(firm, Role.SUBSIDIARY_HR);
    private final Visibility group = sight(firm, Role.GROUP_HR);

    @TempDir
    Path folder;

    @BeforeEach
    void ship() {
        new FlowFiles(flows, folder).take();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everySubsidiaryHasAFlowFromTheFirstDay() {
        FlowsView view = desk.list(hr, "zh");

        assertThat(view.items())
                .extracting(FlowsView.FlowView::name)
                .containsExactly("\u9010\u7ea7\u5ba1\u6279", "\u5404\u90e8\u95e8\u5e76\u884c\u529e\u7406");
        assertThat(desk.list(hr, "en").items().get(0).name()).isEqualTo("Node approval");
        assertThat(view.uses()).hasSize(1).allMatch(use -> use.subsidiaryId().equals(firm) && use.version() == 1);
        assertThat(view.items()).noneMatch(FlowsView.FlowView::mayManage);
        assertThat(view.mandatory()).contains("handover", "accounts").doesNotContain("general");
    }

    @Test
    void aDraftIsUsedOnlyOnceItIsPublishedAndOnlyByItsOwner() {
        FlowsView.VersionView draft = desk.upload(firm, own("own").bytes(), hr);

        assertThat(draft.publishedAt()).isNull();
        refused(() -> desk.use(firm, draft.flowId(), hr), FlowError.FLOW_UNPUBLISHED.name());
        desk.publish(draft.flowId(), 1, hr);
        refused(() -> desk.publish(draft.flowId(), 1, hr), FlowError.FLOW_PUBLISHED.name());
        desk.use(firm, draft.flowId(), hr);
        assertThat(desk.list(hr, "en").uses().get(0).flowId()).isEqualTo(draft.flowId());
        refused(() -> desk.upload(other, own("own").bytes(), hr), "NOT_FOUND");
        refused(() -> desk.upload(null, own("own").bytes(), hr), "NOT_FOUND");
        refused(() -> desk.publish(draft.flowId(), 1, sight(other, Role.SUBSIDIARY_HR)), "NOT_FOUND");
        refused(() -> desk.file(draft.flowId(), 1, sight(other, Role.SUBSIDIARY_HR)), "NOT_FOUND");
        refused(() -> desk.use(other, draft.flowId(), sight(other, Role.SUBSIDIARY_HR)), "NOT_FOUND");
        assertThat(desk.list(sight(other, Role.SUBSIDIARY_HR), "en").items()).hasSize(2);
    }

    @Test
    void theSameFileIsNoNewVersion() {
        FlowsView.VersionView first = desk.upload(firm, own("own").bytes(), hr);

        assertThat(desk.upload(firm, own("own").bytes(), hr)).isEqualTo(first);
        assertThat(desk.upload(
                                firm,
                                own("own")
                                        .raw("<bpmn:documentation>Second</bpmn:documentation>")
                                        .bytes(),
                                hr)
                        .number())
                .isEqualTo(2);
        new FlowFiles(flows, folder).take();
        assertThat(desk.list(hr, "en").items())
                .filteredOn(flow -> flow.subsidiaryId() == null)
                .allMatch(flow -> flow.versions().size() == 1);
    }

    @Test
    void aRefusedFileTellsEachReasonAndKeepsNothing() {
        byte[] bad = own("own").raw("<bpmn:scriptTask id=\"x\"/>").bytes();

        assertThatThrownBy(() -> desk.upload(firm, bad, hr))
                .isInstanceOfSatisfying(
                        RestException.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.code()).isEqualTo("flowElement");
                            assertThat(error.message()).isEqualTo("scriptTask x");
                            assertThat(error.field()).matches("xml\\[\\d+]");
                        }));
        assertThat(desk.list(hr, "en").items()).hasSize(2);
    }

    @Test
    void whatAVersionChangesIsSaidBeforeItIsPublished() {
        FlowsView.VersionView draft = desk.upload(firm, own("own").bytes(), hr);
        FlowDifference difference = desk.difference(draft.flowId(), 1, hr);

        assertThat(difference.flow()).isEqualTo("node-approval");
        assertThat(difference.removed()).contains("hr-approval", "revision");
        assertThat(difference.added()).isEmpty();
        assertThat(difference.changed()).contains("department-approval", "handover");
        assertThat(difference.steps()).hasSize(7).allMatch(FlowDifference.Step::kept);
    }

    @Test
    void theGroupDemandsNoMoreThanFlowsInUseHold() {
        FlowsView.VersionView draft = desk.upload(firm, own("own").bytes(), hr);
        refused(() -> desk.demand(List.of("handover"), hr), "NOT_FOUND");
        assertThat(desk.demand(List.of("hrApproval", "handover"), group)).containsExactly("handover", "hrApproval");

        refused(() -> desk.publish(draft.flowId(), 1, hr), "INVALID_REQUEST");
        assertThat(desk.difference(draft.flowId(), 1, hr).steps())
                .filteredOn(step -> !step.kept())
                .extracting(FlowDifference.Step::step)
                .containsExactly("hrApproval");
        assertThatThrownBy(() -> desk.demand(List.of("exitInterview"), group))
                .isInstanceOfSatisfying(
                        RestException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(error -> error.code() + ' ' + error.message())
                                .contains("flowInUse node-approval: exitInterview"));
        refused(() -> desk.demand(List.of(), group), "INVALID_REQUEST");
        refused(() -> desk.demand(List.of("general"), group), "INVALID_REQUEST");
        refused(() -> desk.demand(List.of("pay-rise"), group), "INVALID_REQUEST");
        assertThat(flows.mandatory()).isEqualTo(EnumSet.of(FlowStep.HANDOVER, FlowStep.HR_APPROVAL));
    }

    @Test
    void filesOfTheFolderArePublishedUnlessTheyMayNotRun() throws Exception {
        Path own = Files.createDirectories(folder.resolve("S1"));
        Files.createDirectories(folder.resolve("S9"));
        Files.write(own.resolve("own.bpmn"), own("own").bytes());
        Files.write(
                own.resolve("bad.bpmn"),
                own("bad").raw("<bpmn:scriptTask id=\"x\"/>").bytes());
        Files.write(own.resolve("huge.bpmn"), new byte[2 * 1024 * 1024]);
        Files.writeString(own.resolve("notes.txt"), "not a flow");
        Files.write(folder.resolve("all.bpmn"), own("all").text().getBytes(StandardCharsets.UTF_8));
        new FlowFiles(flows, folder).take();

        assertThat(table.all().stream().map(version -> version.flow().key()))
                .containsExactlyInAnyOrder("node-approval", "parallel", "own", "all");
        assertThat(table.published(firm, "own")).isPresent();
        assertThat(table.published(FlowVersion.GROUP, "all")).isPresent();
    }

    static FlowText own(String key) {
        return new FlowText(key)
                .node("startEvent", "start")
                .node("endEvent", "end")
                .step("department-approval")
                .step("handover")
                .step("accounts")
                .step("assets")
                .step("settlement")
                .step("certificate")
                .step("file-transfer")
                .way(
                        "start",
                        "department-approval",
                        "handover",
                        "accounts",
                        "assets",
                        "settlement",
                        "certificate",
                        "file-transfer",
                        "end");
    }

    private static Visibility sight(UUID subsidiary, Role role) {
        return new OpenSight(subsidiary, role, UUID.randomUUID(), Optional.empty());
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code));
    }
}
