package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.notification.ReminderRoom;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once a plan offers a post, whoever holds it or stands for it has no part in the case any more. */
class OfferedPostTest {
    private static final String POST = "{\"kind\":\"promotion\",\"title\":\"Head of sales\",\"holderId\":%s,"
            + "\"candidateIds\":[%s],\"dueOn\":\"2026-12-31\"}";
    private static final UUID BOSS = new UUID(8, 1);
    private static final UUID HR = new UUID(8, 2);
    private static final UUID STANDS = new UUID(8, 3);

    private final PlanRoom room = new PlanRoom();
    private final String caseId = room.flagged();
    private final Alert alert = room.world.alerts.unclosed(room.person).orElseThrow();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoHoldsTheOfferedPostSeesNothingOfTheCaseFromThenOn() {
        String plan = room.plan(caseId, PlanRoom.TALK);
        assertThat(seenBy(room.boss, plan)).as("before").containsOnly(200);

        assertThat(add(room.hr(), plan, post(room.boss)).status()).isEqualTo(200);

        assertThat(seenBy(room.boss, plan)).containsOnly(404);
        assertThat(room.superior(room.boss).call("GET", "plans", "").text("total"))
                .isEqualTo("0");
        assertThat(room.room.superior(room.boss).call("GET", "cases", "").text("total"))
                .isEqualTo("0");
        assertThat(room.world.sees(alert.id(), room.boss)).isFalse();
        assertThat(room.world.listed(room.boss)).isEmpty();
        assertThat(room.superior(room.boss)
                        .call("POST", "plans/" + plan + "/actions", "{\"kind\":\"conversation\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theCaseGoesToTheNextOneUpInTheirNextWorkingMorning() {
        room.plan(caseId, post(room.boss));

        room.room.at("2026-11-24T02:00:00Z");
        assertThat(talker()).as("until the morning it is HR's").isNull();
        assertThat(room.world.sees(alert.id(), room.head)).isFalse();
        room.room.at("2026-11-25T01:00:00Z");

        assertThat(talker()).isEqualTo(room.head);
        assertThat(room.world.sees(alert.id(), room.head)).isTrue();
        assertThat(room.world.sees(alert.id(), room.boss)).isFalse();
    }

    @Test
    void theCaseGoesToTheNextOneUpAfterATalkToo() {
        room.room
                .superior(room.boss)
                .call(
                        "POST",
                        "cases/" + caseId + "/talks",
                        "{\"key\":\"" + new UUID(1, 1) + "\",\"heldOn\":\"2026-11-24\",\"intent\":\"denied\"}");
        room.room.at("2026-11-24T02:00:00Z");
        assertThat(talker()).isEqualTo(room.boss);

        room.plan(caseId, post(room.boss));
        room.room.at("2026-11-24T03:00:00Z");
        assertThat(talker()).isNull();
        room.room.at("2026-11-25T01:00:00Z");

        assertThat(talker()).isEqualTo(room.head);
        assertThat(room.room
                        .superior(room.head)
                        .call("GET", "cases/" + caseId, "")
                        .text("state"))
                .as("the clock stands still")
                .isEqualTo("talked");
    }

    @Test
    void whereEverySuperiorHasAnInterestTheCaseIsForHrAndGroupHrApproves() {
        String plan = room.plan(caseId, post(room.boss, room.head, room.chief));

        for (String day : new String[] {"24", "25", "26"}) {
            room.room.at("2026-11-" + day + "T02:00:00Z");
        }

        assertThat(talker()).isNull();
        assertThat(step(room.hr(), plan, "submission").text("approval.approver"))
                .isEqualTo("Group HR");
    }

    @Test
    void candidateWhoIsHrSeesNothingWhileOtherHrDoes() {
        String plan = room.plan(caseId, PlanRoom.TALK);
        UUID candidate = room.world.staff.hire(room.firm, room.head);
        assertThat(room.hrWho(candidate).call("GET", "plans/" + plan, "").status())
                .isEqualTo(200);

        add(room.hr(), plan, post(null, candidate));

        assertThat(room.hrWho(candidate).call("GET", "plans/" + plan, "").status())
                .isEqualTo(404);
        MemoryServer cases = room.room.hr("hr.zhao", room.firm, candidate);
        assertThat(cases.call("GET", "cases/" + caseId, "").status()).isEqualTo(404);
        assertThat(cases.call("GET", "cases", "").text("total")).isEqualTo("0");
        assertThat(room.world.hrSees(alert.id(), candidate)).isFalse();
        assertThat(room.world.hrSees(alert.id(), room.chief)).isTrue();
        assertThat(room.hr().call("GET", "plans/" + plan, "").status()).isEqualTo(200);
    }

    @Test
    void nobodyWithAnInterestIsRemindedOfThePlan() {
        UUID candidate = room.world.staff.hire(room.firm, room.head);
        String plan = room.plan(caseId, PlanRoom.TALK.replace("2026-12-04", "2026-11-25"));
        ReminderRoom bells = new ReminderRoom(room.world.database, room.world.staff.people, room.world.clock)
                .officer(HR, room.firm, "en", null)
                .officer(STANDS, room.firm, "en", null)
                .employee(STANDS, candidate)
                .employee(BOSS, room.boss);
        room.world.clock.set("2026-11-25T02:00:00Z");
        bells.round(room.reminders);
        assertThat(bells.bell(STANDS, room.reminders).body()).contains("actionDue");

        add(room.hr(), plan, post(room.boss, candidate));
        bells.round(room.reminders);

        assertThat(bells.bell(HR, room.reminders).body()).contains("actionDue");
        assertThat(bells.bell(STANDS, room.reminders).body()).doesNotContain("actionDue");
    }

    @Test
    void whatTheyHadToDoInThePlanIsForHrNow() {
        String mine = PlanRoom.TALK.replace("\"kind\"", "\"ownerId\":\"" + room.head + "\",\"kind\"");
        String plan = room.plan(caseId, mine);
        Reply seen = room.hr().call("GET", "plans/" + plan, "");

        add(room.hr(), plan, post(room.head));

        Reply now = room.hr().call("GET", "plans/" + plan, "");
        assertThat(now.text("actions.0.owner")).isEqualTo("HR");
        assertThat(now.text("owners.1.id") + now.text("owners.2.id"))
                .as("nor can they be asked to")
                .isEqualTo("" + room.boss + room.chief);
        assertThat(put(room.hr(), seen, 0, PlanRoom.TALK).text("type"))
                .as("whoever read it before is told")
                .isEqualTo("/problems/plan-changed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person | offerPerson
            left   | offerLeft
            nobody | unknown
            far    | unknown
            """)
    void whomAPostCannotConcernIsSaidByField(String who, String code) {
        UUID employee = switch (who) {
            case "person" -> room.person;
            case "left" -> left();
            case "far" -> room.world.staff.hire(room.other, null);
            default -> new UUID(0, 99);
        };

        Reply holder = room.hr().call("POST", "plans", PlanRoom.fresh(caseId, PlanRoom.TALK, post(employee)));
        Reply candidate = room.hr().call("POST", "plans", PlanRoom.fresh(caseId, post(null, employee)));

        assertThat(holder.text("errors.0.field")).as(holder.body()).isEqualTo("actions[1].holderId");
        assertThat(holder.text("errors.0.code")).isEqualTo(code);
        assertThat(candidate.text("errors.0.field")).isEqualTo("actions[0].candidateIds");
        assertThat(candidate.text("errors.0.code")).isEqualTo(code);
        assertThat(room.world.alerts.conflicts().all()).isEmpty();
    }

    @Test
    void nobodyNamesThemselvesAndSoLosesTheCaseInTheMiddleOfWriting() {
        String plan = room.plan(caseId, PlanRoom.TALK);

        Reply refused = add(room.superior(room.boss), plan, post(room.boss));

        assertThat(refused.text("errors.0.code")).isEqualTo("offerSelf");
        assertThat(seenBy(room.boss, plan)).containsOnly(200);
    }

    @Test
    void onlyPromotionsAndChangesOfPostOfferAPostAndItsHolderCarriesNothingOut() {
        String plan = room.plan(caseId);

        assertThat(add(room.hr(), plan, post(room.head).replace("promotion", "training"))
                        .text("errors.0.code"))
                .isEqualTo("offerKind");
        String own = post(room.head).replace("\"kind\"", "\"ownerId\":\"" + room.head + "\",\"kind\"");
        assertThat(add(room.hr(), plan, own).text("errors.0.code")).isEqualTo("planOwner");
        String one = "\"" + room.head + "\"";
        String many = POST.formatted("null", (one + ",").repeat(20) + one);
        assertThat(add(room.hr(), plan, many).text("errors.0.code")).isEqualTo("tooMany");
        assertThat(add(room.hr(), plan, POST.formatted("null", "null")).text("errors.0.code"))
                .isEqualTo("missing");
        assertThat(room.world.alerts.conflicts().all()).isEmpty();
    }

    @Test
    void theyStayOutOfThisCaseWhateverBecomesOfTheOfferAndComeBackWithTheNext() {
        String plan = room.plan(caseId, post(room.boss));
        Reply seen = room.hr().call("GET", "plans/" + plan, "");
        put(room.hr(), seen, 0, with(POST.formatted("null", ""), "\"state\":\"dropped\""));
        assertThat(seenBy(room.boss, plan)).as("dropped and taken out").containsOnly(404);

        room.world.close(alert);
        room.room.at("2026-11-24T02:00:00Z");
        room.sweep.run();
        assertThat(seenBy(room.boss, plan)).as("stopped").containsOnly(404);

        String next = flaggedAgain();
        assertThat(room.room
                        .superior(room.boss)
                        .call("GET", "cases/" + next, "")
                        .status())
                .isEqualTo(200);
        assertThat(room.room
                        .superior(room.boss)
                        .call("GET", "cases/" + caseId, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theOfferIsPartOfWhatWasApproved() {
        String plan = room.plan(caseId, post(room.head));
        step(room.hr(), plan, "submission");
        Reply approved = room.groupHr()
                .call(
                        "POST",
                        "plans/" + plan + "/decision",
                        "{\"version\":1,\"outcome\":\"approved\",\"note\":\"yes\"}");
        assertThat(approved.text("state")).as(approved.body()).isEqualTo("approved");

        assertThat(put(room.hr(), approved, 0, post(room.chief)).text("type")).isEqualTo("/problems/plan-not-draft");
        assertThat(room.world.alerts.conflicts().of(alert.id())).containsOnly(room.head);
    }

    @Test
    void somebodyNamedWhoHasLeftMeanwhileIsNotInTheWay() {
        UUID candidate = room.world.staff.hire(room.firm, room.head);
        String plan = room.plan(caseId, post(null, candidate));
        room.world.staff.status(candidate, Employee.Status.LEFT);

        Reply changed = put(
                room.hr(),
                room.hr().call("GET", "plans/" + plan, ""),
                0,
                post(null, candidate).replace("2026-12-31", "2026-12-30"));

        assertThat(changed.text("actions.0.dueOn")).as(changed.body()).isEqualTo("2026-12-30");
    }

    @Test
    void namedApproverWhoStandsForThePostIsNotAsked() {
        room.rules.set(room.firm, new ApprovalRule(Approval.NAMED, room.chief));
        String plan = room.plan(caseId, post(null, room.chief));

        assertThat(step(room.hr(), plan, "submission").text("approval.approver"))
                .isEqualTo("Group HR");
        assertThat(room.superior(room.chief).call("GET", "plans/" + plan, "").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("O20")
    void whoTheyAreIsSealedAndToldOnlyToWhoMaySeeThem() {
        UUID far = room.world.staff.hire(room.firm, null);
        String plan = room.plan(caseId, post(null, far));

        assertThat(room.hr().call("GET", "plans/" + plan, "").text("actions.0.offer.candidates.0.name"))
                .isEqualTo(room.world.staff.people.card(far).orElseThrow().name());
        assertThat(room.superior(room.boss).call("GET", "plans/" + plan, "").text("actions.0.offer.candidates.0.name"))
                .isEmpty();
        assertThat(rows()).hasSize(2).noneMatch(row -> row.contains(far.toString()));
    }

    @Test
    @Tag("O14")
    void erasureOfThePersonLeavesNoConflictOnFile() {
        room.plan(caseId, post(room.boss, room.head));

        room.world.database.run(connection -> {
            new PlanTraces().erase(connection, Subject.person(room.firm, room.person));
            RetentionWorld.traces().erase(connection, Subject.person(room.firm, room.person));
        });

        assertThat(rows()).isEmpty();
        assertThat(room.world.alerts.conflicts().all()).isEmpty();
    }

    private String flaggedAgain() {
        room.world.clock.set("2027-03-01T12:00:00Z");
        return room.flaggedAt("2027-03-02T01:00:00Z");
    }

    private UUID left() {
        UUID left = room.world.staff.hire(room.firm, room.head);
        room.world.staff.status(left, Employee.Status.LEFT);
        return left;
    }

    private UUID talker() {
        return room.room.of(alert).turn().talkerId();
    }

    /** How the case and its plan answer a superior. */
    private List<Integer> seenBy(UUID superior, String plan) {
        return List.of(
                room.superior(superior).call("GET", "plans/" + plan, "").status(),
                room.room.superior(superior).call("GET", "cases/" + caseId, "").status());
    }

    private static String post(UUID holder, UUID... candidates) {
        List<String> ids = new ArrayList<>();
        for (UUID candidate : candidates) {
            ids.add("\"" + candidate + "\"");
        }
        return POST.formatted(holder == null ? "null" : "\"" + holder + "\"", String.join(",", ids));
    }

    private static Reply add(MemoryServer by, String plan, String action) {
        Reply seen = by.call("GET", "plans/" + plan, "");
        return by.call("POST", "plans/" + plan + "/actions", with(action, "\"version\":" + seen.text("version")));
    }

    private static Reply put(MemoryServer by, Reply seen, int card, String action) {
        String path = "plans/" + seen.text("id") + "/actions/" + seen.text("actions." + card + ".id");
        return by.call("PUT", path, with(action, "\"version\":" + seen.text("actions." + card + ".version")));
    }

    private static Reply step(MemoryServer by, String plan, String step) {
        Reply seen = by.call("GET", "plans/" + plan, "");
        return by.call(
                "POST", "plans/" + plan + "/" + step, "{\"version\":" + seen.text("version") + ",\"note\":null}");
    }

    private static String with(String json, String more) {
        return json.substring(0, json.length() - 1) + "," + more + "}";
    }

    private List<String> rows() {
        return room.world.database.call(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery(
                            "select content from plan_action union all select content from case_conflict")) {
                while (row.next()) {
                    rows.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return rows;
        });
    }
}
