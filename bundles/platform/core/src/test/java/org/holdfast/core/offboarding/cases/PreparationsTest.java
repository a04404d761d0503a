package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HR prepares before anybody has said that they leave: all of it can be taken back, and nothing final happens. */
class PreparationsTest {
    private static final List<String> CHAIN =
            List.of("workRules", "absenceRecord", "returnNotice", "unionInformed", "decision");

    private final ExitRoom room = new ExitRoom();
    private final ExitCases cases = new KnownCases(room.table, room.prepared.preparations(), room.performers);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void hrPreparesWhatCanBeTakenBackAndIsToldWhatWaitsForALawfulEvent() {
        String id = prepared("knowledgeAtRisk");

        Reply done = step(id, 0, "handoverList", true);
        Reply undone = step(id, 1, "handoverList", false);

        assertThat(done.body()).contains("\"code\":\"handoverList\",\"doneAt\":\"2026-03-02T09:00:00+08:00\"");
        assertThat(undone.body()).contains("\"code\":\"handoverList\",\"doneAt\":null");
        assertThat(undone.body())
                .contains("endAccounts", "settle", "certify", "transferFile", "endEmployment")
                .contains("stepDone", "stepUndone");
    }

    @Test
    void theBossWantsMonthEndAndNobodyResigned() {
        String id = prepared("agreementSought");
        UUID key = UUID.fromString(id);

        Reply begun = room.hr()
                .call(
                        "POST",
                        "offboardings",
                        "{\"key\":\"" + UUID.randomUUID() + "\",\"employeeId\":\"" + room.technician
                                + "\",\"kind\":\"agreementByEmployer\",\"noticeOn\":\"2026-03-02\",\"lastDay\":\"2026-03-31\"}");

        assertThat(begun.status()).isEqualTo(400);
        assertThat(begun.body()).contains("noLawfulEvent");
        // Accounts, settlement, certificate: whatever cannot be taken back asks for a lawful event.
        assertThatThrownBy(() -> cases.requireLawful(key)).satisfies(this::saysWhatIsMissing);
        assertThatThrownBy(() -> new CaseFacts(room.table, room.tasks, room.prepared.preparations()).of(key))
                .satisfies(this::saysWhatIsMissing);
        assertThat(room.accounts.due).isEmpty();
        assertThat(room.tasks.open()).isEmpty();
        assertThat(room.table.all()).isEmpty();
        assertThat(room.staff
                        .people
                        .card(room.technician)
                        .orElseThrow()
                        .status()
                        .code())
                .isEqualTo("active");
    }

    @Test
    void revokedNothingIsLeftOfItButThatItWas() {
        String id = prepared("agreementSought");
        step(id, 0, "recipients", true);

        Reply revoked = room.hr()
                .call("POST", "offboardings/preparations/" + id + "/revocation", "{\"version\":1,\"note\":\"stays\"}");
        Reply late = step(id, 2, "handoverList", true);
        Reply again = room.hr().call("POST", "offboardings/preparations/" + id + "/revocation", "{\"version\":2}");

        assertThat(revoked.text("state")).isEqualTo("revoked");
        assertThat(revoked.body()).contains("\"waiting\":[]");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("preparation-over");
        assertThat(again.body()).contains("preparation-over");
        assertThat(own().text("goesOn")).isEqualTo("false");
        assertThat(cases.ofPerson(room.technician)).isEmpty();
        assertThat(room.prepared.reminders().standing()).isEmpty();
        assertThat(prepared("knowledgeAtRisk")).isNotEqualTo(id);
    }

    @Test
    void nobodysHandoverIsPreparedBehindTheirBack() {
        prepared("knowledgeAtRisk");

        Reply seen = own();

        assertThat(seen.text("goesOn")).isEqualTo("true");
        assertThat(seen.text("why")).isEqualTo("knowledgeAtRisk");
        assertThat(seen.body()).doesNotContain("quiet word");
        assertThat(room.prepared.reminders().standing().stream()
                        .map(notice -> notice.kind().code()))
                .containsOnly("preparation", "preparationOwn");
    }

    @Test
    void whoResignsMeanwhileHasACaseWithAllThatWasPrepared() {
        String id = prepared("knowledgeAtRisk");
        UUID key = UUID.randomUUID();
        String body = "{\"key\":\"" + key + "\"}";

        Reply resigned = room.self(room.technician).call("POST", "offboardings/own", body);
        Reply again = room.self(room.technician).call("POST", "offboardings/own", body);

        assertThat(resigned.text("id")).isEqualTo(id);
        assertThat(again.text("id")).isEqualTo(id);
        assertThat(room.table.all()).hasSize(1);
        assertThat(room.hr().call("GET", "offboardings/preparations/" + id, "").text("state"))
                .isEqualTo("begun");
        assertThat(cases.requireLawful(UUID.fromString(id)).stage()).isEqualTo(ExitCases.Stage.RUNNING);
        assertThat(room.accounts.due).containsEntry(UUID.fromString(id), Instant.parse("2026-04-01T16:00:00Z"));
    }

    @Test
    void whoLeavesAlreadyIsNotPreparedAndWhatIsSentTwiceBeginsOnce() {
        room.begun();
        Reply late = begin(UUID.randomUUID(), room.technician, "knowledgeAtRisk");
        UUID key = UUID.randomUUID();
        begin(key, room.boss, "retirementAhead");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("person-leaves");
        assertThat(begin(key, room.boss, "retirementAhead").text("id")).isEqualTo(key.toString());
        assertThat(begin(UUID.randomUUID(), room.boss, "retirementAhead").body())
                .contains("preparation-going-on");
        assertThat(begin(key, room.head, "retirementAhead").body()).contains("preparation-key-used");
    }

    @Test
    void whoSawAnOldVersionIsToldAndNothingOfTheFirstIsLost() {
        String id = prepared("knowledgeAtRisk");
        step(id, 0, "handoverList", true);

        Reply second = step(id, 0, "recipients", true);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("preparation-changed");
        assertThat(room.hr().call("GET", "offboardings/preparations/" + id, "").body())
                .contains("\"code\":\"handoverList\",\"doneAt\":\"2026");
    }

    @Test
    void aSuperiorSeesThatItIsPreparedButNeitherTheNoteNorTheEvidence() {
        String id = prepared("absence");
        collect(id, 0, "absenceRecord", "2026-03-02");

        Reply seen = room.superior(room.boss).call("GET", "offboardings/preparations/" + id, "");

        assertThat(seen.text("why")).isEqualTo("absence");
        assertThat(seen.body()).doesNotContain("quiet word", "FILE-", "absenceRecord");
        assertThat(seen.text("mayChange")).isEqualTo("false");
        assertThat(room.superior(room.technician)
                        .call("GET", "offboardings/preparations/" + id, "")
                        .status())
                .isEqualTo(404);
        assertThat(room.elsewhere()
                        .call("GET", "offboardings/preparations/" + id, "")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "why,\"because\",notOneOf",
        "why,\"\",missing",
        "wantedOn,\"2026-03-01\",range",
        "wantedOn,\"2031-03-01\",range",
        "key,null,missing",
        "employeeId,null,missing"
    })
    void whatMakesNoSenseIsRefusedAndNamed(String field, String value, String code) {
        String body = body(UUID.randomUUID(), room.technician, "absence");
        String wrong = body.replaceFirst("\"" + field + "\":[^,}]*", "\"" + field + "\":" + value);

        Reply refused = room.hr().call("POST", "offboardings/preparations", wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + field + "\"", code);
    }

    @Test
    void whoStaysAwayIsDismissedOnlyWithEveryPieceOfTheChain() {
        String id = prepared("absence");
        Reply asked = room.hr().call("GET", "offboardings/preparations/" + id, "");
        assertThat(asked.body()).contains(CHAIN).contains("lcl43");

        assertThat(abandoned().body()).contains("evidence.workRules", "evidence.decision", "missing");
        for (int i = 0; i < CHAIN.size(); i++) {
            assertThat(abandoned().body()).contains("evidence." + CHAIN.get(i));
            collect(id, i, CHAIN.get(i), "2026-02-1" + i);
        }
        Reply begun = abandoned();

        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text("id")).isEqualTo(id);
        assertThat(begun.body()).contains("FILE-decision", "FILE-returnNotice");
    }

    @Test
    void aDecisionBeforeTheCallBackIsNoChain() {
        String id = prepared("absence");
        for (int i = 0; i < CHAIN.size(); i++) {
            collect(id, i, CHAIN.get(i), "2026-02-1" + (CHAIN.get(i).equals("decision") ? 0 : i));
        }

        Reply refused = abandoned();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("evidence.decision", "tooEarly").doesNotContain("evidence.workRules");
    }

    @Test
    void theDayTheFirmHadInMindPassesAndHrIsTold() {
        prepared("agreementSought");
        room.world.clock.set("2026-04-01T01:00:00Z");

        assertThat(room.prepared.reminders().standing().stream()
                        .map(notice -> notice.kind().code()))
                .contains("preparationOver");
    }

    @Test
    void thePersonsOwnExportShowsItAndErasingThemTakesItAway() {
        prepared("absence");
        Subject person = Subject.person(room.firm, room.technician);

        assertThat(room.prepared.records().of(person, "en").get(0).fields())
                .containsAllEntriesOf(Map.of("why", "absence", "note", "a quiet word"));
        assertThat(room.prepared.erased(person)).isPositive();
        assertThat(room.prepared.records().of(person, "en")).isEmpty();
    }

    @Test
    void officesOfACaseThatIsPreparedAreKnown() {
        ExitCases.ExitCase found =
                cases.find(UUID.fromString(prepared("knowledgeAtRisk"))).orElseThrow();

        assertThat(found.lastDay()).isNull();
        assertThat(cases.acts(found, FlowOffice.SUPERIOR, sight(room.boss))).isTrue();
        assertThat(cases.acts(found, FlowOffice.EMPLOYEE, sight(room.technician)))
                .isTrue();
        assertThat(cases.acts(found, FlowOffice.EMPLOYEE, sight(room.boss))).isFalse();
    }

    private Visibility sight(UUID employee) {
        return room.sight(employee, Role.LINE_MANAGER, Set.of(), employee, Performers.READ);
    }

    private void saysWhatIsMissing(Throwable thrown) {
        assertThat(thrown).isInstanceOf(RestException.class).hasMessageContaining("Nobody has resigned");
    }

    private Reply abandoned() {
        return room.hr()
                .call(
                        "POST",
                        "offboardings",
                        "{\"key\":\"00000000-0000-0000-0000-000000000077\",\"employeeId\":\"" + room.technician
                                + "\",\"kind\":\"abandonment\",\"noticeOn\":\"2026-03-02\",\"lastDay\":\"2026-03-02\"}");
    }

    private void collect(String id, int version, String kind, String on) {
        Reply added = room.hr()
                .call(
                        "POST",
                        "offboardings/preparations/" + id + "/evidence",
                        "{\"version\":" + version + ",\"kind\":\"" + kind + "\",\"reference\":\"FILE-" + kind
                                + "\",\"on\":\"" + on + "\"}");
        assertThat(added.status()).as(added.body()).isEqualTo(200);
    }

    private Reply step(String id, int version, String step, boolean done) {
        return room.hr()
                .call(
                        "PUT",
                        "offboardings/preparations/" + id + "/steps/" + step,
                        "{\"version\":" + version + ",\"done\":" + done + "}");
    }

    private Reply own() {
        return room.self(room.technician).call("GET", "offboardings/preparations/own", "");
    }

    private String prepared(String why) {
        Reply made = begin(UUID.randomUUID(), room.technician, why);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        return made.text("id");
    }

    private Reply begin(UUID key, UUID person, String why) {
        return room.hr().call("POST", "offboardings/preparations", body(key, person, why));
    }

    private static String body(UUID key, UUID person, String why) {
        return Stream.of(
                        "\"key\":\"" + key + "\"",
                        "\"employeeId\":\"" + person + "\"",
                        "\"why\":\"" + why + "\"",
                        "\"wantedOn\":\"2026-03-31\"",
                        "\"note\":\"a quiet word\"")
                .reduce((a, b) -> a + "," + b)
                .map(all -> "{" + all + "}")
                .orElseThrow();
    }
}
