package org.holdfast.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list by post, a recipient for each thing, and a handover that is over when everything mandatory was accepted. */
class HandoversTest {
    private final KnowledgeRoom room = new KnowledgeRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aListBeginsByThePost_InTheReadersWords_AndOnce() {
        assertThat(room.hr().call("GET", room.path(), "").text("version")).isEqualTo("0");

        Reply begun = room.hr().with("Accept-Language", "zh").call("POST", room.path(), "{}");

        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(begun.text("items.0.title")).isEqualTo("需求文档");
        assertThat(begun.text("items.0.dueOn")).isEqualTo("2026-06-30");
        assertThat(begun.text("wanted")).isEqualTo("7");
        assertThat(begun.text("items.3.kind")).isEqualTo("model");
        int items = room.table.items(room.caseId).size();
        room.begun();
        assertThat(room.table.items(room.caseId)).hasSize(items);
    }

    @Test
    void aPostThatNoTemplateNamesGetsTheGeneralOne() {
        Employee.Post post = new Employee.Post("Clerk", "finance", "P3", false, Double.NaN, "Hangzhou");
        room.staff.post(room.leaver, post);

        room.begun();

        assertThat(room.table.items(room.caseId))
                .extracting(item -> item.words().code())
                .containsExactly("openWork", "knowHow", "contacts", "accessList");
    }

    @Test
    @Tag("E1")
    void whoLeavesHandsOver_TheRecipientGivesBackAndAccepts() {
        room.begun();
        assertThat(room.assigned("design").text("items.1.recipientName")).startsWith("Name ");

        assertThat(room.handsOver("design").text("leaving.items.1.state")).isEqualTo("handedOver");
        Reply back = room.returns("design", "Sheet 3 is missing");
        assertThat(back.text("items.0.item.state")).as(back.body()).isEqualTo("returned");
        assertThat(room.self(room.leaver).call("GET", "knowledge/own", "").text("leaving.items.1.remark.text"))
                .isEqualTo("Sheet 3 is missing");
        room.handsOver("design");
        Reply accepted = room.accepts("design");

        assertThat(accepted.text("items.0.item.state")).as(accepted.body()).isEqualTo("accepted");
        assertThat(accepted.text("items.0.from")).startsWith("Name ");
        assertThat(room.hr().call("GET", room.path(), "").text("settled")).isEqualTo("1");
    }

    @Test
    @Tag("D7")
    void theStepIsDoneWhenEverythingMandatoryWasAcceptedOrWaived() {
        HandoverProof proof = new HandoverProof(room.table);
        assertThat(proof.step()).isEqualTo(FlowStep.HANDOVER);
        refused(proof, "HANDOVER_LIST_MISSING");
        room.begun();
        refused(proof, "HANDOVER_NOT_ACCEPTED");
        room.assigned("design");
        room.handsOver("design");
        room.accepts("design");
        for (KnowledgeItem item : room.table.items(room.caseId)) {
            if (item.course().mandatory() && !item.course().state().settled()) {
                refused(proof, "HANDOVER_NOT_ACCEPTED");
                Reply waived = room.hr()
                        .call(
                                "POST",
                                room.path() + "/items/" + item.id() + "/waiver",
                                KnowledgeRoom.step(item.version(), "Nobody needs it"));
                assertThat(waived.status()).as(waived.body()).isEqualTo(200);
            }
        }
        proof.require(room.caseId);

        room.returns("design", "Accepted by mistake");
        refused(proof, "HANDOVER_NOT_ACCEPTED");
    }

    @Test
    @Tag("D7")
    void hrMayDoWithoutTheWholeListAndTakeThatBack() {
        HandoverProof proof = new HandoverProof(room.table);

        Reply waived = room.hr().call("POST", room.path() + "/waiver", KnowledgeRoom.step(0, "Left in the trial week"));
        assertThat(waived.text("waiver.text")).as(waived.body()).isEqualTo("Left in the trial week");
        assertThat(waived.text("done")).isEqualTo("true");
        proof.require(room.caseId);

        room.hr().call("POST", room.path() + "/demand", KnowledgeRoom.step(2, ""));
        refused(proof, "HANDOVER_NOT_ACCEPTED");
    }

    @Test
    void aSuperiorFillsTheListButMakesNothingOfItOptional() {
        room.begun();
        KnowledgeItem item = room.item("design");
        String one = room.path() + "/items/" + item.id();

        Reply easier = room.superior().call("PUT", one, "{\"version\":1,\"mandatory\":false,\"title\":\"Drawings\"}");
        assertThat(easier.status()).as(easier.body()).isEqualTo(403);
        assertThat(room.superior().call("DELETE", one + "?version=1", "").status())
                .isEqualTo(403);
        assertThat(room.superior()
                        .call("PUT", one, KnowledgeRoom.assignment(item, room.boss))
                        .status())
                .isEqualTo(200);
        UUID key = UUID.randomUUID();
        String added = "{\"key\":\"" + key + "\",\"kind\":\"customer\",\"title\":\"Firm A\",\"mandatory\":true}";
        room.superior().call("POST", room.path() + "/items", added);
        room.superior().call("POST", room.path() + "/items", added);
        assertThat(room.table.items(room.caseId))
                .filteredOn(found -> found.id().equals(key))
                .hasSize(1)
                .first()
                .satisfies(found -> assertThat(found.course().dueOn()).isEqualTo(KnowledgeRoom.LAST));
        assertThat(room.hr()
                        .call("DELETE", room.path() + "/items/" + key + "?version=1", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsToldSo() {
        room.begun();
        KnowledgeItem item = room.item("design");

        assertThat(room.assigned("design").status()).isEqualTo(200);
        Reply second =
                room.hr().call("PUT", room.path() + "/items/" + item.id(), KnowledgeRoom.assignment(item, room.boss));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/handover-changed");
        assertThat(room.table.change(item)).isFalse();
        assertThat(room.item("design").course().recipientId()).isEqualTo(room.colleague);
    }

    @Test
    void anotherRecipientHasToAcceptAnew() {
        room.begun();
        room.assigned("design");
        room.handsOver("design");
        room.accepts("design");

        KnowledgeItem item = room.item("design");
        room.hr().call("PUT", room.path() + "/items/" + item.id(), KnowledgeRoom.assignment(item, room.boss));

        assertThat(room.item("design").course().state()).isEqualTo(ItemState.HANDED_OVER);
        assertThat(room.accepts("design").status()).isEqualTo(404);
    }

    @Test
    void nobodySeesWhatIsNotTheirs() {
        room.begun();
        room.assigned("design");
        String one = "knowledge/own/items/" + room.item("design").id() + "/handover";

        assertThat(room.elsewhere().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.elsewhere().call("POST", room.path(), "{}").status()).isEqualTo(404);
        assertThat(room.self(room.colleague)
                        .call("POST", one, KnowledgeRoom.step(2, ""))
                        .status())
                .isEqualTo(404);
        assertThat(room.self(room.colleague).call("GET", "knowledge/own", "").text("leaving"))
                .isEqualTo("null");
        assertThat(room.self(room.leaver).call("GET", "knowledge/own", "").text("received.items.0"))
                .isEmpty();
        assertThat(room.handsOver("requirement").text("type")).isEqualTo("/problems/handover-no-recipient");
    }

    @Test
    void nothingIsWrittenInACaseThatWasTakenBack() {
        room.begun();
        room.assigned("design");
        room.cases.stage(Stage.WITHDRAWN);

        assertThat(room.handsOver("design").text("type")).isEqualTo("/problems/handover-withdrawn");
        assertThat(room.assigned("test").status()).isEqualTo(409);
        assertThat(room.hr().call("GET", room.path(), "").text("may.0")).isEmpty();
        assertThat(room.self(room.colleague).call("GET", "knowledge/own", "").text("received.items.0"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"design\",\"title\":\"x\"}|key",
                "{\"key\":\"%s\",\"kind\":\"bomb\",\"title\":\"x\"}|kind",
                "{\"key\":\"%s\",\"kind\":\"design\",\"title\":\"  \"}|title",
                "{\"key\":\"%s\",\"kind\":\"design\",\"title\":\"x\",\"recipientId\":\"%s\"}|recipientId",
                "{\"key\":\"%s\",\"kind\":\"design\",\"title\":\"x\",\"dueOn\":\"0001-01-01\"}|dueOn",
            })
    void whatCannotBeReadNamesTheField(String body, String field) {
        room.begun();

        Reply refused = room.hr()
                .call(
                        "POST",
                        room.path() + "/items",
                        body.replace("%s", UUID.randomUUID().toString()));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo(field);
    }

    @Test
    void whoLeavesGetsNothingThemselves_NorWhoHasLeft() {
        room.begun();
        KnowledgeItem item = room.item("design");
        String one = room.path() + "/items/" + item.id();
        room.staff.status(room.colleague, Employee.Status.LEFT);

        assertThat(room.hr()
                        .call("PUT", one, KnowledgeRoom.assignment(item, room.leaver))
                        .status())
                .isEqualTo(400);
        assertThat(room.hr()
                        .call("PUT", one, KnowledgeRoom.assignment(item, room.colleague))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anErasureTakesThePersonAndLeavesTheFirmItsKnowledge() {
        room.begun();
        room.assigned("design");
        room.handsOver("design");
        room.returns("design", "Zhang forgot sheet 3");
        room.handsOver("design");
        room.accepts("design");
        Subject person = Subject.person(room.firm, room.leaver);
        assertThat(room.records.of(person, "en")).hasSize(10);
        KnowledgeTraces traces = new KnowledgeTraces();

        room.database.run(connection -> {
            assertThat(traces.count(connection, person)).containsEntry("handovers", 10L);
            traces.erase(connection, person);
            assertThat(traces.count(connection, person)).isEmpty();
        });
        room.vault.destroy(person);
        room.cases.erase();

        assertThat(room.table.list(room.caseId)).isEmpty();
        assertThat(room.table.items(room.caseId))
                .noneMatch(item -> item.kind().code().equals("recording"));
        Reply kept = room.self(room.colleague).call("GET", "knowledge/own", "");
        assertThat(kept.text("received.items.0.item.state")).as(kept.body()).isEqualTo("accepted");
        assertThat(kept.text("received.items.0.from")).isEqualTo("null");
    }

    private void refused(HandoverProof proof, String code) {
        assertThatThrownBy(() -> proof.require(room.caseId))
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code().name()).isEqualTo(code));
    }
}
