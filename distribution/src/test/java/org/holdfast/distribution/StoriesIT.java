package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The published stories at their hours, in a real browser against a real server whose clock is moved: from the signal over a
 * superior who does nothing across the National Day of 2026 (1 to 7 October, 10 October a made-up day of work) to somebody who
 * stays. They wait for the clock for minutes and need libfaketime, so they are walked where somebody asks for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DUE = "2026-10-10";

    private StoryDemo demo;
    private DemoServer server;

    @BeforeAll
    void begin() throws IOException {
        assumeTrue(StoryDemo.askedFor(), "asked for by -Dholdfast.stories=true, where libfaketime is installed");
        demo = new StoryDemo("2026-09-29T10:00", LocalDate.of(2026, 9, 28));
        server = demo.server();
        login("hrOfJl", "subsidiaryHr", null, "CASE-8.5");
        login("hrOfLf", "subsidiaryHr", null, "CASE-7.5");
        login("JL-001", "lineManager", "JL-001", null);
        login("JL-002", "lineManager", "JL-002", null);
        login("JL-003", "lineManager", "JL-003", null);
        login("LF-001", "lineManager", "LF-001", null);
    }

    @AfterAll
    void end() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    @Order(1)
    void hrIsToldAtOnceAndTheSuperiorNotBeforeTheNextWorkingMorning() throws IOException, InterruptedException {
        step(story("CASE-8.5", "hrOfJl", "JL-002"), "hrIsToldAtOnce", "superiorSeesNothingYet");
        step(story("CASE-7.5", "hrOfLf", "LF-001"), "hrIsToldAtOnce", "superiorSeesNothingYet");
        step(story("CASE-85PCT", "hrOfJl", "JL-003"), "hrIsToldAtOnce", "superiorSeesNothingYet");

        demo.move("2026-09-30T09:00");

        await().pollInterval(StoryDemo.POLL)
                .atMost(StoryDemo.AT_MOST)
                .until(() -> Stream.of("CASE-8.5", "CASE-7.5", "CASE-85PCT").allMatch(this::hasCase));
        assertThat(caseOf("CASE-8.5").path("clock").path("dueOn").asText())
                .as("the third day of work after 30 September")
                .isEqualTo(DUE);
        step(story("CASE-8.5", "hrOfJl", "JL-002"), "superiorReadsThePaper");
    }

    @Test
    @Order(2)
    void theHeadOfSalesOfFoodsTalksPlansAndStays() throws IOException, InterruptedException {
        Story story = story("CASE-7.5", "hrOfLf", "LF-001");
        step(story, "superiorReadsThePaper", "superiorTalks");
        step(story, "hrPlans", "groupHrApproves", "hrRecordsThatSomebodyStays");
    }

    @Test
    @Order(3)
    void whoWantsToLeaveAgainAfterARaiseIsOfferedWhatIsNotPay() throws IOException, InterruptedException {
        Story story = story("CASE-85PCT", "hrOfJl", "JL-003");
        step(story, "superiorReadsThePaper", "superiorTalks");
        step(story, "hrPlans", "groupHrApproves", "hrRecordsThatSomebodyStays");
    }

    @Test
    @Order(4)
    void whoDoesNothingIsRemindedAndPassedOverAtTheHourAcrossTheHoliday() throws IOException {
        demo.move("2026-10-10T08:59");
        assertThat(caseOf("CASE-8.5").path("clock").path("remindedAt").isNull())
                .as("nothing in the holidays, and nothing before nine")
                .isTrue();

        await().pollInterval(StoryDemo.POLL)
                .atMost(StoryDemo.AT_MOST)
                .until(() -> caseOf("CASE-8.5").path("clock").path("remindedAt").isTextual());
        assertThat(caseOf("CASE-8.5").path("clock").path("remindedAt").asText()).startsWith("2026-10-10T09:0");

        demo.move("2026-10-12T08:59");
        assertThat(turns()).as("not on the Sunday, and not before nine").isEmpty();

        await().pollInterval(StoryDemo.POLL).atMost(StoryDemo.AT_MOST).until(() -> !turns().isEmpty());
        assertThat(turns().get(0).path("endedAt").asText()).startsWith("2026-10-12T09:0");
    }

    @Test
    @Order(5)
    void theNextSuperiorTalksAndTheHeadOfSalesStays() throws IOException, InterruptedException {
        Story story = story("CASE-8.5", "hrOfJl", "JL-001");
        step(story, "superiorReadsThePaper", "superiorTalks");
        step(story, "hrPlans", "groupHrApproves", "hrRecordsThatSomebodyStays");
    }

    @Test
    @Order(6)
    void thatTheyStayedStandsInTheEffectReportOnceItTellsOfTen() throws IOException, InterruptedException {
        imported("JL", List.of("0110", "0111", "0112", "0113", "0114", "0115", "0116", "0117", "0118", "0119"));
        imported("LF", List.of("0110", "0111", "0112", "0113", "0114", "0115", "0116", "0117", "0220", "0221"));
        assertThat(stayed("CASE-8.5").path("whole").asInt())
                .as("thirty days after October are not over")
                .isZero();

        demo.move("2026-12-02T10:00");

        assertThat(stayed("CASE-8.5"))
                .as("the ten, and two of the stories; talks: %s", talkDays())
                .isEqualTo(of(12));
        assertThat(stayed("CASE-7.5"))
                .as("the ten, and one of the stories; talks: %s", talkDays())
                .isEqualTo(of(11));
        step(story("CASE-8.5", "hrOfJl", "JL-001"), "effectIsTold");
    }

    /** Ten people somebody talked with in October, from the time before Holdfast. */
    private void imported(String firm, List<String> numbers) throws IOException {
        StringBuilder rows = new StringBuilder("employee_no,subsidiary,date,talk_date,intent,outcome,outcome_date\n");
        numbers.forEach(number -> rows.append(firm + '-' + number + ',' + firm)
                .append(",2026-10-08,2026-10-09,denied,retained,2026-10-10\n"));
        Path file = Files.writeString(demo.folder().resolve("cases-" + firm + ".csv"), rows);
        server.commandLine().imported(file);
    }

    private JsonNode stayed(String number) {
        JsonNode report =
                server.get("groupHr", "/api/v1/insight/effect?from=2026-09&to=2026-10&subsidiaryId=" + firmOf(number));
        for (JsonNode figure : report.path("figures")) {
            if (figure.path("code").asText().equals("retained30")) {
                return JSON.createObjectNode()
                        .put("count", figure.path("numerator").asInt())
                        .put("whole", figure.path("denominator").asInt());
            }
        }
        return JSON.createObjectNode();
    }

    private static JsonNode of(int all) {
        return JSON.createObjectNode().put("count", all).put("whole", all);
    }

    /**
     * Whom a story is about, and who is in it.
     *
     * @param number employee number
     * @param hr who acts for HR
     * @param superior who has to talk
     * @param caseId the case; empty before there is one
     */
    private record Story(String number, String hr, String superior, String caseId) {}

    private Story story(String number, String hr, String superior) {
        return new Story(number, hr, superior, caseOf(number).path("id").asText());
    }

    private List<JsonNode> waiting() {
        return list("/api/v1/cases?state=waiting&limit=200");
    }

    private JsonNode caseOf(String number) {
        return Stream.concat(waiting().stream(), list("/api/v1/cases?state=talked&limit=200").stream())
                .filter(one -> one.path("employee").path("employeeNo").asText().equals(number))
                .findFirst()
                .orElse(JSON.createObjectNode());
    }

    /** The days of the talks of cases that are closed, by employee number. */
    private List<String> talkDays() {
        return list("/api/v1/cases?state=closed&limit=200").stream()
                .map(one -> one.path("employee").path("employeeNo").asText()
                        + server.get(
                                        "groupHr",
                                        "/api/v1/cases/" + one.path("id").asText())
                                .path("talks")
                                .findValuesAsText("heldOn"))
                .toList();
    }

    private boolean hasCase(String number) {
        return caseOf(number).path("id").isTextual();
    }

    private List<JsonNode> turns() {
        return listOf(caseOf("CASE-8.5").path("turns"));
    }

    private List<JsonNode> list(String path) {
        return listOf(server.get("groupHr", path).path("items"));
    }

    private static List<JsonNode> listOf(JsonNode array) {
        return Stream.iterate(0, i -> i + 1).limit(array.size()).map(array::get).toList();
    }

    private void login(String name, String role, String employeeNo, String ofFirm) {
        demo.login(
                name, role, employeeNo == null ? null : server.id(employeeNo), ofFirm == null ? null : firmOf(ofFirm));
    }

    private String firmOf(String employeeNo) {
        return server.get("groupHr", "/api/v1/employees?employeeNo=" + employeeNo)
                .path("items")
                .get(0)
                .path("subsidiaryId")
                .asText();
    }

    private void step(Story story, String... steps) throws IOException, InterruptedException {
        ObjectNode told = JSON.createObjectNode()
                .put("number", story.number())
                .put("case", story.caseId())
                .put("notPay", story.number().equals("CASE-85PCT"));
        demo.walk(told, Map.of("hr", story.hr(), "superior", story.superior(), "groupHr", "groupHr"), steps);
    }
}
