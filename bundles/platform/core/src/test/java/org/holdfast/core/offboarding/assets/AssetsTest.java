package org.holdfast.core.offboarding.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A laptop is issued, signed for by both sides, returned by courier, checked; who leaves is cleared once everything is back. */
class AssetsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
    private static final String GOOD = "\"condition\":\"good\"";

    private final AssetRoom room = new AssetRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void bothSidesSignForWhatIsIssuedAndForWhatComesBackByCourier() {
        String id = room.issued("IT-0001", room.technician, DUE);
        assertThat(room.get(id).text("holding.receipt")).isEqualTo("none");

        assertThat(room.signs(room.technician, id, "receipt", "").status()).isEqualTo(200);
        assertThat(room.get(id).text("holding.receipt")).isEqualTo("account");
        assertThat(room.takenBack(id, GOOD).body()).contains("asset-not-signed");
        Reply own =
                room.signs(room.technician, id, "return", ",\"courier\":\"SF Express\",\"tracking\":\"SF1029384756\"");
        assertThat(own.body()).contains("SF1029384756").contains("\"givenBackOn\":\"2026-03-02\"");
        assertThat(room.takenBack(id, "\"condition\":\"damaged\",\"note\":\"\"").body())
                .contains("note", "missing");
        Reply back = room.takenBack(id, "\"condition\":\"damaged\",\"note\":\"The screen is broken\"");

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.text("state")).isEqualTo("checking");
        assertThat(back.text("history.0.act")).isEqualTo("returned");
        assertThat(back.text("history.0.note")).isEqualTo("The screen is broken");
        assertThat(back.text("history.1.self")).isEqualTo("true");
        assertThat(back.text("history.4.act")).isEqualTo("registered");
        assertThat(room.state(id, "inStock", "repaired").text("state")).isEqualTo("inStock");
        assertThat(room.hr()
                        .call("GET", "employees/" + room.technician + "/assets", "")
                        .text("cleared"))
                .isEqualTo("true");
    }

    @Test
    void whoHasNoLoginSignsOnPaper() {
        String id = room.laptop("IT-0001");

        Reply issued = room.issue(id, UUID.randomUUID(), room.technician, null, "HR-2026-17", 1);
        assertThat(issued.text("holding.receipt")).isEqualTo("paper");
        assertThat(issued.text("history.0.paper")).isEqualTo("HR-2026-17");
        assertThat(room.takenBack(id, GOOD + ",\"paper\":\"HR-2026-18\"").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsSentTwiceIsDoneOnceAndTwoAtOnceDoOne() throws Exception {
        String id = room.laptop("IT-0001");
        UUID key = UUID.randomUUID();
        assertThat(room.issue(id, key, room.technician, null, "", 1).status()).isEqualTo(200);
        assertThat(room.issue(id, key, room.technician, null, "", 1).status()).isEqualTo(200);
        assertThat(room.table.entries(UUID.fromString(id))).hasSize(2);
        assertThat(room.issue(id, key, room.colleague, null, "", 1).body()).contains("asset-key-used");
        assertThat(room.issue(id, UUID.randomUUID(), room.colleague, null, "", 2)
                        .body())
                .contains("asset-state");

        String second = room.laptop("IT-0002");
        Asset read = room.table.find(UUID.fromString(second)).orElseThrow();
        List<Integer> statuses = together(
                () -> room.issue(second, UUID.randomUUID(), room.technician, null, "", 1)
                        .status(),
                () -> room.issue(second, UUID.randomUUID(), room.colleague, null, "", 1)
                        .status());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(room.table.holdings().of(room.firm)).hasSize(2);
        assertThat(room.table.entries(UUID.fromString(second))).hasSize(2);
        assertThat(room.table.move(new AssetTable.Move(read.in(AssetState.RETIRED), null, null, List.of())))
                .as("of what was read before")
                .isFalse();
    }

    @Test
    void aNumberIsTakenOnceAndWrongFieldsAreNamed() {
        room.laptop("IT-0001");
        String body =
                "{\"key\":\"%s\",\"subsidiaryId\":\"%s\",\"kind\":\"%s\",\"inventoryNo\":\"%s\",\"label\":\"%s\"}";

        assertThat(room.hr()
                        .call(
                                "POST",
                                "assets",
                                body.formatted(UUID.randomUUID(), room.firm, "phone", "IT-0001", "Phone"))
                        .body())
                .contains("asset-number-taken");
        Reply wrong = room.hr()
                .call(
                        "POST",
                        "assets",
                        body.formatted(UUID.randomUUID(), room.firm, "spaceship", "x".repeat(61), "a\\u0000b"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("kind", "inventoryNo", "label", "notOneOf", "tooLong");
        String id = room.laptop("IT-0002");
        Reply future = room.hr()
                .call(
                        "POST",
                        "assets/" + id + "/issue",
                        "{\"key\":\"%s\",\"version\":1,\"employeeNo\":\"%s\",\"on\":\"2026-03-03\",\"dueOn\":\"2026-03-01\"}"
                                .formatted(UUID.randomUUID(), room.number(room.technician)));
        assertThat(future.body()).contains("\"on\"", "\"dueOn\"");
        assertThat(room.issue(id, UUID.randomUUID(), room.technician, null, "", 9)
                        .body())
                .contains("asset-changed");
    }

    @Test
    void handedOnItIsSignedForByTheOneAndTheOther() {
        String id = room.issued("IT-0001", room.technician, DUE);
        String body = "{\"key\":\"%s\",\"version\":%d,\"employeeNo\":\"%s\"%s}";
        UUID key = UUID.randomUUID();
        String bare = body.formatted(key, room.version(id), room.number(room.colleague), "");
        assertThat(room.hr().call("POST", "assets/" + id + "/transfer", bare).body())
                .contains("asset-not-signed");

        String signed =
                body.formatted(key, room.version(id), room.number(room.colleague), ",\"returnPaper\":\"HR-2026-19\"");
        Reply passed = room.hr().call("POST", "assets/" + id + "/transfer", signed);

        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        assertThat(passed.text("holding.employeeId")).isEqualTo(room.colleague.toString());
        assertThat(room.hr().call("POST", "assets/" + id + "/transfer", signed).status())
                .as("sent again")
                .isEqualTo(200);
        Holding first = room.table.holdings().ofPerson(room.technician).get(0);
        assertThat(first.marks().ending()).isEqualTo(Ending.PASSED_ON);
        assertThat(first.days().due()).isEqualTo(DUE);
        assertThat(room.table.entriesOf(room.colleague)).hasSize(1);
    }

    @Test
    void whatIsLostNeedsADecisionAndWhatWasFoundIsChecked() {
        String id = room.issued("IT-0001", room.technician, null);

        assertThat(room.state(id, "lost", "").body()).contains("note", "missing");
        assertThat(room.state(id, "retired", "").body()).contains("asset-state");
        assertThat(room.state(id, "lost", "Stolen; police report 7").text("state"))
                .isEqualTo("lost");
        assertThat(room.table.holdings().now(UUID.fromString(id))).isEmpty();
        assertThat(room.state(id, "inStock", "").body()).contains("asset-state");
        assertThat(room.state(id, "checking", "").text("state")).isEqualTo("checking");
        assertThat(room.state(id, "retired", "").text("state")).isEqualTo("retired");
        assertThat(room.issue(id, UUID.randomUUID(), room.technician, null, "", room.version(id))
                        .body())
                .contains("asset-state");
    }

    @Test
    void whoLeavesReturnsEverythingByTheLastDayAndTheTaskWaitsForIt() {
        String id = room.issued("IT-0001", room.technician, LocalDate.of(2026, 12, 31));
        UUID offboarding = UUID.randomUUID();
        AssetsProof proof =
                new AssetsProof(new OneCase(offboarding, room.firm, room.technician), room.table.holdings());
        room.lastDays.put(room.technician, DUE);

        Reply seen = room.hr().call("GET", "employees/" + room.technician + "/assets", "");
        assertThat(seen.text("lastDay")).isEqualTo("2026-03-10");
        assertThat(seen.text("items.0.holding.dueOn")).isEqualTo("2026-03-10");
        assertThatThrownBy(() -> proof.require(offboarding))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("still holds");
        room.signs(room.technician, id, "return", "");
        assertThatThrownBy(() -> proof.require(offboarding)).isInstanceOf(RestException.class);
        room.takenBack(id, GOOD);
        proof.require(offboarding);
        assertThatThrownBy(() -> proof.require(UUID.randomUUID())).isInstanceOf(RestException.class);
    }

    @Test
    void whoCameBackAfterTheLastDayKeepsWhatIsIssuedAnew() {
        room.lastDays.put(room.technician, LocalDate.of(2025, 12, 31));
        String id = room.issued("IT-0001", room.technician, null);

        assertThat(room.get(id).text("holding.dueOn")).isEqualTo("null");
        assertThat(room.get(id).text("holding.overdue")).isEqualTo("false");
    }

    @Test
    void holdersAndKeepersAreRemindedBeforeOnAndAfterTheDay() {
        String id = room.issued("IT-0001", room.technician, LocalDate.of(2026, 3, 20));
        assertThat(kinds()).containsExactly("assetSign");
        room.signs(room.technician, id, "receipt", "");
        assertThat(kinds()).isEmpty();

        room.clock.set("2026-03-13T01:00:00Z");
        assertThat(kinds()).containsExactlyInAnyOrder("assetOwnDue", "assetDue");
        room.clock.set("2026-03-20T01:00:00Z");
        assertThat(kinds()).containsExactlyInAnyOrder("assetOwnDue", "assetDue");
        room.clock.set("2026-03-20T17:00:00Z"); // the 21st in Shanghai
        assertThat(kinds()).containsExactlyInAnyOrder("assetOwnDue", "assetOverdue");
        List<Notice> late = new AssetReminders(room.table.holdings(), room.world).standing();
        assertThat(late).allSatisfy(notice -> assertThat(notice.key()).contains(" overdue"));
        assertThat(late.stream().map(Notice::employeeId)).contains(room.technician);
    }

    @Test
    void onTimeIsCountedOfWhatWasDue() {
        String early = room.issued("IT-0001", room.technician, LocalDate.of(2026, 3, 10));
        String late = room.issued("IT-0002", room.technician, LocalDate.of(2026, 3, 11));
        room.issued("IT-0003", room.colleague, LocalDate.of(2026, 4, 1));
        String lost = room.issued("IT-0004", room.colleague, LocalDate.of(2026, 3, 12));
        room.issued("IT-0005", room.colleague, LocalDate.of(2026, 5, 1));
        room.clock.set("2026-03-10T01:00:00Z");
        room.takenBack(early, GOOD + ",\"paper\":\"p\"");
        room.state(lost, "lost", "Written off");
        room.clock.set("2026-04-02T01:00:00Z");
        room.takenBack(late, GOOD + ",\"paper\":\"p\",\"on\":\"2026-03-12\"");

        Reply told = room.hr().call("GET", "assets/returns?subsidiaryId=" + room.firm, "");
        assertThat(told.body())
                .contains("{\"month\":\"2026-04\",\"due\":1,\"onTime\":0,\"open\":1}")
                .contains("{\"month\":\"2026-03\",\"due\":3,\"onTime\":1,\"open\":0}")
                .contains("\"due\":4,\"onTime\":1}");
        erase(room.technician);
        assertThat(room.hr()
                        .call("GET", "assets/returns?subsidiaryId=" + room.firm, "")
                        .body())
                .isEqualTo(told.body());
    }

    @Test
    void anErasedHolderLeavesTheAssetBehind() {
        String id = room.issued("IT-0001", room.technician, DUE);
        room.signs(room.technician, id, "return", ",\"note\":\"Canary in words\"");
        assertThat(new AssetRecords(room.table).of(Subject.person(room.firm, room.technician), "en"))
                .hasSize(3);
        assertThat(stored()).doesNotContain("Canary").doesNotContain("ThinkPad");

        erase(room.technician);

        assertThat(room.get(id).text("state")).isEqualTo("checking");
        assertThat(room.get(id).body()).doesNotContain(room.technician.toString());
        assertThat(room.table.holdings().ofPerson(room.technician)).isEmpty();
        assertThat(room.state(id, "inStock", "").status()).isEqualTo(200);
    }

    @Test
    void nobodyDealsWithThemselvesAndNobodySeesAnotherFirm() {
        String id = room.issued("IT-0001", room.technician, DUE);
        Reply own = room.hrWho(room.technician).call("GET", "assets/" + id, "");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).doesNotContain(room.number(room.technician)).doesNotContain("issuedOn");
        assertThat(room.hrWho(room.technician)
                        .call("POST", "assets/" + id + "/return", "{\"version\":2,\"paper\":\"p\"," + GOOD + "}")
                        .status())
                .isEqualTo(404);
        assertThat(room.hrWho(room.technician)
                        .call(
                                "POST",
                                "assets/" + room.laptop("IT-0002") + "/issue",
                                "{\"key\":\"%s\",\"version\":1,\"employeeNo\":\"%s\"}"
                                        .formatted(UUID.randomUUID(), room.number(room.technician)))
                        .body())
                .contains("employeeNo", "unknown");
        assertThat(room.elsewhere().call("GET", "assets/" + id, "").status()).isEqualTo(404);
        assertThat(room.elsewhere()
                        .call("GET", "employees/" + room.technician + "/assets", "")
                        .status())
                .isEqualTo(404);
        assertThat(room.elsewhere()
                        .call("POST", "assets/search", "{\"subsidiaryId\":\"" + room.firm + "\"}")
                        .status())
                .isEqualTo(404);
        UUID holding = room.held(id).id();
        assertThat(room.self(room.colleague)
                        .call("POST", "assets/own/" + holding + "/return", "{\"version\":2}")
                        .status())
                .isEqualTo(404);
        assertThat(room.administration().call("GET", "assets/" + id, "").text("holding.employeeNo"))
                .isEqualTo(room.number(room.technician));
    }

    @Test
    void theRegisterIsSearchedByTheHolderToo() {
        room.issued("IT-0001", room.technician, DUE);
        room.issued("IT-0002", room.colleague, LocalDate.of(2026, 3, 5));
        room.laptop("IT-0003");
        String name = room.staff.people.card(room.technician).orElseThrow().name();

        assertThat(found("\"text\":\"" + name + "\"")).containsExactly("IT-0001");
        assertThat(found("\"state\":\"inStock\"")).containsExactly("IT-0003");
        assertThat(found("\"sort\":\"dueOn\"")).containsExactly("IT-0002", "IT-0001", "IT-0003");
        assertThat(found("\"descending\":true")).containsExactly("IT-0003", "IT-0002", "IT-0001");
        room.clock.set("2026-03-06T01:00:00Z");
        assertThat(found("\"overdueOnly\":true")).containsExactly("IT-0002");
        assertThat(room.hr()
                        .call(
                                "POST",
                                "assets/search",
                                "{\"subsidiaryId\":\"%s\",\"sort\":\"pay\"}".formatted(room.firm))
                        .status())
                .isEqualTo(400);
        assertThat(room.hrWho(room.technician)
                        .call(
                                "POST",
                                "assets/search",
                                "{\"subsidiaryId\":\"%s\",\"text\":\"%s\"}".formatted(room.firm, name))
                        .text("total"))
                .as("nobody is found by what is not told")
                .isEqualTo("0");
    }

    private List<String> found(String more) {
        Reply reply =
                room.hr().call("POST", "assets/search", "{\"subsidiaryId\":\"%s\",%s}".formatted(room.firm, more));
        return Pattern.compile("IT-\\d{4}")
                .matcher(reply.body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private List<String> kinds() {
        return new AssetReminders(room.table.holdings(), room.world)
                .standing().stream().map(notice -> notice.kind().code()).toList();
    }

    private void erase(UUID person) {
        Subject subject = Subject.person(room.firm, person);
        AssetTraces traces = new AssetTraces(room.returns);
        room.database.run(connection -> {
            assertThat(traces.count(connection, subject)).containsKey("assets");
            traces.note(connection, subject);
            traces.erase(connection, subject);
            assertThat(traces.count(connection, subject)).isEqualTo(Map.of());
        });
    }

    private String stored() {
        return room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            for (String table : List.of("asset", "asset_entry")) {
                try (PreparedStatement read = connection.prepareStatement("select content from " + table);
                        ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            return all.toString();
        });
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> another) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> a = two.submit(() -> {
                go.await();
                return one.call();
            });
            Future<Integer> b = two.submit(() -> {
                go.await();
                return another.call();
            });
            go.countDown();
            return List.of(a.get(), b.get());
        } finally {
            two.shutdown();
        }
    }

    /** One case that goes on. */
    private record OneCase(UUID id, UUID firm, UUID person) implements ExitCases {
        @Override
        public Optional<ExitCase> find(UUID wanted) {
            return Optional.of(new ExitCase(id, firm, person, Stage.RUNNING, DUE))
                    .filter(one -> one.id().equals(wanted));
        }

        @Override
        public Optional<ExitCase> ofPerson(UUID personId) {
            return find(id);
        }

        @Override
        public ExitCase requireLawful(UUID wanted) {
            return find(wanted).orElseThrow();
        }

        @Override
        public boolean acts(ExitCase of, FlowOffice office, Visibility caller) {
            return false;
        }
    }
}
