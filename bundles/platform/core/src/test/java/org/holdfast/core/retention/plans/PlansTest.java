package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is written, approved by somebody else, and carried out; two people lose nothing of each other's. */
class PlansTest {
    private static final String RAISE = "{\"template\":\"payAdjustment\",\"title\":\"Raise\",\"percent\":15,"
            + "\"cost\":{\"amount\":60000,\"currency\":\"CNY\"},\"dueOn\":\"2026-12-31\"}";

    private final PlanRoom room = new PlanRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void planIsPutForwardApprovedByTheNextOneUpAndCarriedOut() {
        String plan = room.plan(room.flagged(), RAISE, PlanRoom.TALK);

        Reply early = move(room.hr(), plan, 0, "doing");
        assertThat(early.text("type")).isEqualTo("/problems/plan-not-approved");
        assertThat(move(room.hr(), plan, 1, "doing").text("actions.1.state"))
                .as("talking needs nobody's approval")
                .isEqualTo("doing");
        Reply submitted = step(room.hr(), plan, "submission", "\"note\":\"by the end of the year\"");
        assertThat(submitted.text("state")).isEqualTo("submitted");
        assertThat(submitted.text("approval.approver")).isEqualTo(name(room.head));

        assertThat(step(room.hr(), plan, "decision", "\"outcome\":\"approved\"").text("type"))
                .isEqualTo("/problems/own-plan");
        assertThat(step(room.hr(new UUID(7, 9)), plan, "decision", "\"outcome\":\"approved\"")
                        .text("type"))
                .isEqualTo("/problems/not-asked");
        Reply approved = step(room.superior(room.head), plan, "decision", "\"outcome\":\"approved\"");
        assertThat(approved.text("state")).as(approved.body()).isEqualTo("approved");
        Reply done = move(room.superior(room.boss), plan, 0, "done");
        assertThat(done.text("actions.0.doneAt")).startsWith("2026-11-24T09:00");
        assertThat(done.text("actions.0.dueInDays"))
                .as("nothing is due any more")
                .isIn("", "null");
        assertThat(room.hr().call("GET", "plans/" + plan, "").text("steps.0.changes.0"))
                .isEqualTo("state");
    }

    @Test
    void whereHrHasTheCaseTheNearestSuperiorApproves() {
        String plan = room.plan(room.flagged(), RAISE);
        for (String morning : new String[] {"27", "30"}) {
            room.room.at("2026-11-" + morning + "T01:00:00Z");
        }
        for (String morning : new String[] {"03", "04", "09", "10"}) {
            room.room.at("2026-12-" + morning + "T01:00:00Z");
        }

        Reply submitted = step(room.hr(), plan, "submission", "\"note\":null");

        assertThat(submitted.text("approval.approver")).isEqualTo(name(room.boss));
    }

    @Test
    void givenBackPlanIsADraftAgainWithTheReason() {
        String plan = room.plan(room.flagged(), RAISE);
        step(room.hr(), plan, "submission", "\"note\":null");

        assertThat(step(room.groupHr(), plan, "decision", "\"outcome\":\"returned\"")
                        .text("errors.0.field"))
                .as("whoever gives back says why")
                .isEqualTo("note");
        Reply back = step(room.groupHr(), plan, "decision", "\"outcome\":\"returned\",\"note\":\"no budget\"");

        assertThat(back.text("state")).isEqualTo("draft");
        assertThat(back.text("steps.0.what")).isEqualTo("returned");
        assertThat(back.text("steps.0.note")).isEqualTo("no budget");
    }

    @Test
    void whatWasApprovedKeepsItsPromiseUntilItIsReopened() {
        String plan = room.plan(room.flagged(), RAISE);
        step(room.hr(), plan, "submission", "\"note\":null");
        Reply approved = step(room.groupHr(), plan, "decision", "\"outcome\":\"approved\"");
        assertThat(approved.text("approval.approver"))
                .as("who decided is named, not who was asked")
                .isEqualTo("Group HR");

        Reply bold = change(room.hr(), plan, 0, RAISE.replace("15", "30"));
        assertThat(bold.text("type")).isEqualTo("/problems/plan-not-draft");
        assertThat(change(room.hr(), plan, 0, RAISE.replace("2026-12-31", "2026-12-30"))
                        .text("actions.0.dueOn"))
                .as("when it is done is no promise to who approved")
                .isEqualTo("2026-12-30");
        assertThat(add(room.hr(), plan, PlanRoom.TALK).text("type")).isEqualTo("/problems/plan-not-draft");
        assertThat(step(room.hr(), plan, "reopening", "\"note\":\"more\"").text("state"))
                .isEqualTo("draft");
        assertThat(change(room.hr(), plan, 0, RAISE.replace("15", "30")).text("actions.0.percent"))
                .isEqualTo("30.0");
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        String plan = room.plan(room.flagged(), RAISE, PlanRoom.TALK);
        Reply seen = room.hr().call("GET", "plans/" + plan, "");
        assertThat(move(room.superior(room.boss), plan, 1, "doing").status()).isEqualTo(200);

        Reply second = put(room.hr(), seen, 1, PlanRoom.TALK.replace("Ask what", "Hear what"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/plan-changed");
        Reply now = room.hr().call("GET", "plans/" + plan, "");
        assertThat(now.text("steps.0.by")).isEqualTo("superior");
        assertThat(now.text("steps.0.changes.0")).isEqualTo("state");
        assertThat(now.text("actions.1.state"))
                .as("the first one's work stands")
                .isEqualTo("doing");
        assertThat(put(room.hr(), now, 1, PlanRoom.TALK.replace("Ask what", "Hear what"))
                        .text("actions.1.title"))
                .isEqualTo("Hear what matters");
        assertThat(put(room.hr(), seen, 0, RAISE.replace("Raise", "A raise")).status())
                .as("another action of the same plan is not in the way")
                .isEqualTo(200);
    }

    @Test
    void manyPeopleWhoMoveCardsAtOnceLoseNone() throws Exception {
        String[] talks = new String[8];
        java.util.Arrays.fill(talks, PlanRoom.TALK);
        String plan = room.plan(room.flagged(), talks);
        Reply seen = room.hr().call("GET", "plans/" + plan, "");
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> moves = new java.util.ArrayList<>();
            for (int at = 0; at < talks.length; at++) {
                int card = at;
                moves.add(() -> put(room.hr(), seen, card, with(PlanRoom.TALK, "\"state\":\"done\""))
                        .status());
            }
            for (Future<Integer> status : people.invokeAll(moves)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }
        Reply now = room.hr().call("GET", "plans/" + plan, "");
        for (int at = 0; at < talks.length; at++) {
            assertThat(now.text("actions." + at + ".state")).isEqualTo("done");
        }
        assertThat(room.table.steps(room.table.find(UUID.fromString(plan)).orElseThrow()))
                .hasSize(talks.length + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"x"}                                                              | kind          | missing
            {"kind":"bribe","title":"x"}                                               | kind          | unknown
            {"kind":"pay","title":" "}                                                 | title         | missing
            {"template":"nowhere","kind":"pay","title":"x"}                            | template      | unknown
            {"kind":"pay","title":"x","cost":{"amount":100}}                           | cost.currency | missing
            {"kind":"pay","title":"x","cost":{"amount":100,"currency":"YUAN"}}         | cost.currency | unknown
            {"kind":"pay","title":"x","cost":{"currency":"CNY"}}                       | cost.amount   | missing
            {"kind":"pay","title":"x","cost":{"amount":-1,"currency":"CNY"}}           | cost.amount   | range
            {"kind":"pay","title":"x","cost":{"amount":1.005,"currency":"CNY"}}        | cost.amount   | range
            {"kind":"pay","title":"x","cost":{"amount":1E+99999999,"currency":"CNY"}}  | cost.amount   | range
            {"kind":"pay","title":"x","percent":0}                                     | percent       | range
            {"kind":"training","title":"x","percent":5}                                | percent       | notOfKind
            {"kind":"pay","title":"x","dueOn":"2026-11-23"}                            | dueOn         | past
            {"kind":"pay","title":"x","dueOn":"2026-11-28"}                            | dueOn         | dayOff
            {"kind":"pay","title":"x","ownerId":"00000000-0000-0001-0000-000000000001"} | ownerId      | planOwner
            """)
    void whatIsWrongIsSaidByField(String action, String field, String code) {
        Reply refused = room.hr().call("POST", "plans", PlanRoom.fresh(room.flagged(), PlanRoom.TALK, action));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("actions[1]." + field);
        assertThat(refused.text("errors.0.code")).isEqualTo(code);
        assertThat(room.table.all()).as("nothing is begun by halves").isEmpty();
    }

    /** China works on Sunday 4 January 2026, made up for New Year, and not on the Friday before. */
    @Test
    void dueDayFollowsTheHolidaysOfTheOwnersCountry() {
        room.world.clock.set("2025-12-22T12:00:00Z");
        String id = room.flaggedAt("2025-12-23T01:00:00Z");

        assertThat(room.hr()
                        .call("POST", "plans", PlanRoom.fresh(id, PlanRoom.TALK.replace("2026-12-04", "2026-01-02")))
                        .text("errors.0.code"))
                .isEqualTo("dayOff");
        assertThat(room.hr()
                        .call("POST", "plans", PlanRoom.fresh(id, PlanRoom.TALK.replace("2026-12-04", "2026-01-04")))
                        .text("actions.0.dueInDays"))
                .as("New Year's days off do not count, the Sunday does")
                .isEqualTo("7");
    }

    @Test
    void templateIsAskedForWhatItNeedsBeforeAnybodyApproves() {
        String plan = room.plan(room.flagged(), "{\"template\":\"payAdjustment\",\"title\":\"Raise\"}");

        Reply refused = step(room.hr(), plan, "submission", "\"note\":null");

        assertThat(refused.text("errors.0.field")).isEqualTo("actions[0].percent");
        assertThat(refused.text("errors.0.code")).isEqualTo("missing");
    }

    @Test
    void planWithNothingLeftToDoIsPutBeforeNobody() {
        String plan = room.plan(room.flagged());

        assertThat(step(room.hr(), plan, "submission", "\"note\":null").text("errors.0.field"))
                .isEqualTo("actions");
    }

    @Test
    void aCaseHasOnePlan() {
        String id = room.flagged();
        room.plan(id);

        assertThat(room.hr().call("POST", "plans", PlanRoom.fresh(id)).text("type"))
                .isEqualTo("/problems/plan-exists");
    }

    @Test
    void nothingIsPlannedForSomebodyWhoHasLeft() {
        String id = room.flagged();
        String plan = room.plan(id, PlanRoom.TALK);
        room.world.staff.status(room.person, Employee.Status.LEFT);

        assertThat(move(room.hr(), plan, 0, "doing").text("type")).isEqualTo("/problems/person-left");
        room.sweep.run();
        assertThat(room.table.find(UUID.fromString(plan)).orElseThrow().course().state())
                .isEqualTo(PlanState.STOPPED);
        room.sweep.run();
        assertThat(room.table.steps(room.table.find(UUID.fromString(plan)).orElseThrow()))
                .as("stopped once")
                .hasSize(2);
    }

    @Test
    void whoApprovesIsTheFirmsChoice() {
        String plan = room.plan(room.flagged(), RAISE);
        room.rules.set(room.firm, new ApprovalRule(Approval.NAMED, room.chief));
        assertThat(step(room.hr(), plan, "submission", "\"note\":null").text("approval.approver"))
                .isEqualTo(name(room.chief));

        step(room.hr(), plan, "reopening", "\"note\":null");
        room.rules.set(room.firm, new ApprovalRule(Approval.NONE, null));
        assertThat(step(room.hr(), plan, "submission", "\"note\":null").text("state"))
                .isEqualTo("approved");
    }

    private Reply move(MemoryServer by, String plan, int card, String state) {
        Reply seen = by.call("GET", "plans/" + plan, "");
        return put(by, seen, card, with(asWritten(by, seen, card), "\"state\":\"" + state + "\""));
    }

    private Reply change(MemoryServer by, String plan, int card, String action) {
        return put(by, by.call("GET", "plans/" + plan, ""), card, action);
    }

    private static Reply put(MemoryServer by, Reply seen, int card, String action) {
        String path = "plans/" + seen.text("id") + "/actions/" + seen.text("actions." + card + ".id");
        return by.call("PUT", path, with(action, "\"version\":" + seen.text("actions." + card + ".version")));
    }

    private static Reply add(MemoryServer by, String plan, String action) {
        Reply seen = by.call("GET", "plans/" + plan, "");
        return by.call("POST", "plans/" + plan + "/actions", with(action, "\"version\":" + seen.text("version")));
    }

    private static Reply step(MemoryServer by, String plan, String step, String more) {
        Reply seen = by.call("GET", "plans/" + plan, "");
        return by.call("POST", "plans/" + plan + "/" + step, "{\"version\":" + seen.text("version") + "," + more + "}");
    }

    private static String asWritten(MemoryServer by, Reply seen, int card) {
        String title = seen.text("actions." + card + ".title");
        return title.equals("Raise") ? (seen.body().contains("costs") ? RAISE : withoutCost()) : PlanRoom.TALK;
    }

    private static String withoutCost() {
        return RAISE.replace("\"cost\":{\"amount\":60000,\"currency\":\"CNY\"},", "");
    }

    private static String with(String json, String more) {
        return json.substring(0, json.length() - 1) + "," + more + "}";
    }

    private String name(UUID employee) {
        return room.world.staff.people.card(employee).orElseThrow().name();
    }
}
