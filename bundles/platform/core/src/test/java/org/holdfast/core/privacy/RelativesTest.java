package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
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
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.rights.RequestsRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Close relatives ask for somebody who died, after an officer has checked who they are (PIPL Art. 49). */
@Tag("O16")
class RelativesTest {
    private static final UUID ACCOUNT = new UUID(3, 3);
    private static final String WIDOW = "{\"name\":\"Wang Li\",\"relationship\":\"widow\",\"identity\":\"passport and"
            + " marriage book\",\"death\":\"certificate 12\",\"interest\":\"the pension\",\"arrangement\":\"\","
            + "\"answerTo\":\"Road 9\"}";

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID late = staff.hire(firm, null);
    private final RequestsRoom room = new RequestsRoom(database, vault, clock).follows(firm, "pipl");

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "rectification", "erasure"})
    void aRelativeAsksForACopyACorrectionOrErasure(String kind) {
        Reply filed = register(kind, WIDOW);

        assertThat(filed.status()).as(filed.body()).isEqualTo(200);
        assertThat(filed.text("byRelative")).isEqualTo("true");
        assertThat(filed.text("bySelf")).isEqualTo("false");
        assertThat(filed.text("relative.name")).isEqualTo("Wang Li");
        assertThat(filed.text("relative.relationship")).isEqualTo("widow");
        assertThat(filed.text("relative.checkedBy")).isEqualTo("somebody");
        assertThat(filed.text("relative.answerTo")).isEqualTo("Road 9");
        assertThat(filed.text("dueOn")).isEqualTo("2026-12-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"objection", "refusalOfAutomatedDecision", "humanReview"})
    void whatOnlyALivingPersonCanWantIsRefused(String kind) {
        Reply refused = register(kind, WIDOW);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("kind");
        assertThat(refused.text("errors.0.code")).isEqualTo("notForRelatives");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "relationship", "identity", "death", "interest", "answerTo"})
    void nothingIsRegisteredThatWasNotChecked(String field) {
        Reply refused = register("access", WIDOW.replaceFirst("(\"" + field + "\":\")[^\"]*", "$1 "));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("relative." + field);
    }

    @Test
    void theAnswerIsTheOfficersAndARefusalHasReasonsAndRemedies() {
        String id = register("access", WIDOW).text("id");

        assertThat(decide(id, "{\"outcome\":\"refused\",\"answer\":\"\",\"remedies\":\"court\"}")
                        .status())
                .isEqualTo(400);
        assertThat(decide(id, "{\"outcome\":\"refused\",\"answer\":\"no kin\"}").status())
                .isEqualTo(400);
        Reply answered = decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"sent to the widow\"}");
        assertThat(answered.text("state")).isEqualTo("fulfilled");
        assertThat(answered.text("relative.answerTo")).isEqualTo("Road 9");
        assertThat(answered.text("words.decidedBy")).isEqualTo("somebody");
    }

    @Test
    void whatThePersonArrangedGoesBeforeWhatRelativesWant() {
        String id = register("access", WIDOW.replace("\"arrangement\":\"\"", "\"arrangement\":\"nobody may read it\""))
                .text("id");

        Reply granted = decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"x\"}");

        assertThat(granted.status()).isEqualTo(409);
        assertThat(granted.text("type")).isEqualTo("/problems/arrangement-stands");
        assertThat(decide(id, "{\"outcome\":\"refused\",\"answer\":\"their wish\",\"remedies\":\"court\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyRegistersARelativeButAnOfficer() {
        Reply own = as(Role.EMPLOYEE, Optional.of(late))
                .call("POST", "privacy/own/requests", "{\"kind\":\"access\",\"relative\":" + WIDOW + "}");

        assertThat(own.status()).isEqualTo(400);
        assertThat(room.requests.pending()).isEmpty();
    }

    @Test
    void theRecordIsMarkedAndTheRelativeIsSealedAndErasedWithThePerson() {
        String id = register("access", WIDOW).text("id");
        decide(id, "{\"outcome\":\"fulfilled\",\"answer\":\"sent\"}");
        assertThat(room.records(Subject.person(firm, late)))
                .singleElement()
                .satisfies(item ->
                        assertThat(item).containsAllEntriesOf(Map.of("byRelative", "widow", "relative", "Wang Li")));
        assertThat(relativeBytes()).doesNotContain("Wang", "widow");

        database.run(connection -> room.traces().erase(connection, Subject.person(firm, late)));

        assertThat(relativeBytes()).isEmpty();
        assertThat(room.requests
                        .find(UUID.fromString(id))
                        .orElseThrow()
                        .origin()
                        .byRelative())
                .isTrue();
    }

    private String relativeBytes() {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement("select relative from rights_request");
                    ResultSet row = read.executeQuery()) {
                row.next();
                byte[] sealed = row.getBytes(1);
                return sealed == null ? "" : new String(sealed, StandardCharsets.UTF_8);
            }
        });
    }

    private Reply register(String kind, String relative) {
        return as(Role.DPO, Optional.empty())
                .call(
                        "POST",
                        "privacy/requests",
                        "{\"employeeId\":\"" + late + "\",\"kind\":\"" + kind
                                + "\",\"text\":\"for my husband\",\"relative\":" + relative + "}");
    }

    private Reply decide(String id, String answer) {
        return as(Role.DPO, Optional.empty()).call("POST", "privacy/requests/" + id + "/decision", answer);
    }

    private MemoryServer as(Role role, Optional<UUID> self) {
        PersonDesk persons = new PersonDesk(staff.people, new OpenSight(firm, role, ACCOUNT, self), new AuditNotes());
        RequestDesk desk =
                new RequestDesk(room.requests, persons, staff.people, new Contacts(database, clock), room.automated);
        return new MemoryServer(
                new Texts(FakeRegistry::new),
                new RequestsResource(room.requests, desk, new Cursors()),
                new OwnRequestsResource(room.requests, desk, new Cursors()));
    }
}
