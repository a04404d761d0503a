package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.rights.RequestsRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An employee asks, the data-protection officer answers and is named, and each sees only what is theirs. */
@Tag("O17")
class RequestsResourceTest {
    private static final UUID ACCOUNT = new UUID(3, 3);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID elsewhere = staff.subsidiary("S2", "Asia/Shanghai");
    private final UUID mei = staff.hire(firm, null);
    private final UUID other = staff.hire(firm, null);
    private final UUID stranger = staff.hire(elsewhere, null);
    private final Contacts contacts = new Contacts(database, clock);
    private final RequestsRoom room =
            new RequestsRoom(database, vault, clock).follows(firm, "gdpr").follows(elsewhere, "pipl");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void employeeAsksAndTheOfficerAnswersByName() {
        Reply filed = employee(mei).call("POST", "privacy/own/requests", "{\"kind\":\"access\",\"text\":\"a copy\"}");
        assertThat(filed.status()).as(filed.body()).isEqualTo(200);
        assertThat(filed.text("dueOn")).isEqualTo("2026-12-26");
        assertThat(filed.text("bySelf")).isEqualTo("true");

        Reply queue = officer().call("GET", "privacy/requests", "");
        assertThat(queue.text("items.0.employeeName"))
                .isEqualTo(staff.people.card(mei).orElseThrow().name());
        assertThat(queue.text("items.0.words.asked")).isEqualTo("a copy");
        Reply decided = decide(filed.text("id"), "{\"outcome\":\"fulfilled\",\"answer\":\"handed out\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);

        Reply own = employee(mei).call("GET", "privacy/own/requests", "");
        assertThat(own.text("items.0.state")).isEqualTo("fulfilled");
        assertThat(own.text("items.0.words.answer")).isEqualTo("handed out");
        assertThat(own.text("items.0.words.decidedBy")).isEqualTo("somebody");
        assertThat(officer().call("GET", "privacy/requests", "").text("total")).isEqualTo("0");
        assertThat(officer().call("GET", "privacy/requests?state=settled", "").text("total"))
                .isEqualTo("1");
    }

    @Test
    void nobodySeesOrTouchesTheRequestOfSomebodyElse() {
        String id = filed(mei, "objection");

        assertThat(employee(other).call("GET", "privacy/own/requests", "").text("total"))
                .isEqualTo("0");
        assertThat(employee(other)
                        .call("POST", "privacy/own/requests/" + id + "/withdrawal", "")
                        .status())
                .isEqualTo(404);
        assertThat(employee(mei)
                        .call("POST", "privacy/own/requests/" + id + "/withdrawal", "")
                        .text("state"))
                .isEqualTo("withdrawn");
    }

    @Test
    void officerOfOneSubsidiarySeesNothingOfAnother() {
        String far = as(elsewhere, Role.EMPLOYEE, Optional.of(stranger))
                .call("POST", "privacy/own/requests", "{\"kind\":\"access\"}")
                .text("id");

        assertThat(officer().call("GET", "privacy/requests", "").body()).doesNotContain(stranger.toString());
        assertThat(officer().call("GET", "privacy/requests/" + far, "").status())
                .isEqualTo(404);
        assertThat(decide(far, "{\"outcome\":\"fulfilled\",\"answer\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(officer()
                        .call("POST", "privacy/requests", "{\"employeeId\":\"" + stranger + "\",\"kind\":\"access\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("O8")
    void refusalOfAutomatedDecisionsIsDeclinedOnAGroundOfTheRuleBookAlone() {
        String id = filed(mei, "refusalOfAutomatedDecision");
        Reply shown = officer().call("GET", "privacy/requests/" + id, "");
        assertThat(shown.text("claim.suspends")).isEqualTo("true");
        assertThat(shown.text("claim.law")).contains("Art. 18(1)(d), 21, 22");
        assertThat(shown.text("claim.exceptions.0")).isEqualTo("contract");

        String declined = "{\"outcome\":\"refused\",\"answer\":\"no\",\"remedies\":\"court\"";
        wrong(decide(id, declined + "}"), "exception", "missing");
        wrong(decide(id, declined + ",\"exception\":\"wish\"}"), "exception", "unknown");
        Reply done = decide(id, declined + ",\"exception\":\"contract\"}");
        assertThat(done.text("words.exception")).as(done.body()).isEqualTo("contract");
        assertThat(done.text("state")).isEqualTo("refused");
    }

    @Test
    @Tag("O8")
    void refusalOfAutomatedDecisionsIsNeverDeclinedWhereTheRuleBookKnowsNoGround() {
        room.follows(firm, "pipl");
        String id = filed(mei, "refusalOfAutomatedDecision");

        Reply refused =
                decide(id, "{\"outcome\":\"refused\",\"answer\":\"no\",\"remedies\":\"court\",\"exception\":\"x\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("/problems/not-declinable");
        assertThat(decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"x\",\"exception\":\"contract\"}")
                        .status())
                .as("who grants needs no ground")
                .isEqualTo(400);
        assertThat(decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"x\"}").text("state"))
                .isEqualTo("fulfilled");
    }

    @Test
    void letterIsRegisteredWithTheDayItCame() {
        Reply letter = officer()
                .call(
                        "POST",
                        "privacy/requests",
                        "{\"employeeId\":\"" + mei
                                + "\",\"kind\":\"rectification\",\"receivedOn\":\"2026-11-20\",\"text\":\"my grade\"}");

        assertThat(letter.status()).as(letter.body()).isEqualTo(200);
        assertThat(letter.text("dueOn")).isEqualTo("2026-12-20");
        assertThat(letter.text("bySelf")).isEqualTo("false");
        Reply extended =
                officer().call("POST", "privacy/requests/" + letter.text("id") + "/extension", "{\"reason\":\"many\"}");
        assertThat(extended.text("dueOn")).isEqualTo("2027-02-20");
        assertThat(extended.text("words.extensionReason")).isEqualTo("many");
    }

    @Test
    void whatIsMissingIsSaidByField() {
        String id = filed(mei, "humanReview");
        String long4001 = "x".repeat(4_001);

        wrong(employee(mei).call("POST", "privacy/own/requests", "{}"), "kind", "missing");
        wrong(employee(mei).call("POST", "privacy/own/requests", "{\"kind\":\"wish\"}"), "kind", "unknown");
        wrong(employee(mei).call("POST", "privacy/own/requests", "{\"kind\":\"rectification\"}"), "text", "missing");
        wrong(
                employee(mei)
                        .call("POST", "privacy/own/requests", "{\"kind\":\"access\",\"text\":\"" + long4001 + "\"}"),
                "text",
                "tooLong");
        wrong(decide(id, "{}"), "outcome", "missing");
        wrong(decide(id, "{\"outcome\":\"open\",\"answer\":\"x\"}"), "outcome", "unknown");
        wrong(decide(id, "{\"outcome\":\"refused\",\"answer\":\"x\"}"), "remedies", "missing");
        wrong(decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"x\"}"), "assessment", "missing");
        wrong(officer().call("POST", "privacy/requests", "{\"kind\":\"access\"}"), "employeeId", "missing");
        wrong(
                officer()
                        .call(
                                "POST",
                                "privacy/requests",
                                "{\"employeeId\":\"" + mei + "\",\"kind\":\"access\",\"receivedOn\":\"2026-11-27\"}"),
                "receivedOn",
                "future");
        wrong(officer().call("GET", "privacy/requests?state=lost", ""), "state", "unknown");
    }

    @Test
    @Tag("O21")
    void anAnswerNamesWhomToAsk() {
        contacts.keep(Contacts.GROUP, new Contact("Privacy office", "dpo@example.com", "", "Road 1", ""), ACCOUNT);
        String id = filed(mei, "access");

        Reply decided = decide(id, "{\"outcome\":\"refused\",\"answer\":\"no\",\"remedies\":\"complain\"}");

        assertThat(decided.text("contact")).isEqualTo("Privacy office\ndpo@example.com\nRoad 1");
        assertThat(employee(mei).call("GET", "privacy/own/requests", "").text("items.0.contact"))
                .contains("dpo@example.com");
    }

    @Test
    void twiceTheSameIsAConflict() {
        filed(mei, "access");

        assertThat(employee(mei)
                        .call("POST", "privacy/own/requests", "{\"kind\":\"access\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("O6")
    void reviewOfAScoreNamesThePersonWhoLooked() {
        decide(
                filed(mei, "humanReview"),
                "{\"outcome\":\"fulfilled\",\"answer\":\"done\",\"assessment\":\"too high\"}");

        assertThat(room.requests.reviews(Subject.person(firm, mei)))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.by()).isEqualTo("somebody");
                    assertThat(review.assessment()).isEqualTo("too high");
                });
    }

    private static void wrong(Reply reply, String field, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(field);
        assertThat(reply.text("errors.0.code")).isEqualTo(code);
    }

    private String filed(UUID person, String kind) {
        return employee(person)
                .call("POST", "privacy/own/requests", "{\"kind\":\"" + kind + "\"}")
                .text("id");
    }

    private Reply decide(String id, String answer) {
        return officer().call("POST", "privacy/requests/" + id + "/decision", answer);
    }

    private MemoryServer employee(UUID person) {
        return as(firm, Role.EMPLOYEE, Optional.of(person));
    }

    private MemoryServer officer() {
        return as(firm, Role.DPO, Optional.empty());
    }

    private MemoryServer as(UUID where, Role role, Optional<UUID> self) {
        PersonDesk persons = new PersonDesk(staff.people, new OpenSight(where, role, ACCOUNT, self), new AuditNotes());
        RequestDesk desk = new RequestDesk(room.requests, persons, staff.people, contacts, room.automated);
        return new MemoryServer(
                new Texts(FakeRegistry::new),
                new RequestsResource(room.requests, desk, new Cursors()),
                new OwnRequestsResource(room.requests, desk, new Cursors()));
    }
}
