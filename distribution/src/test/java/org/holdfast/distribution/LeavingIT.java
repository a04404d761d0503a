package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A technician of the manufacturing subsidiary leaves: from the notice on the phone to a certificate that a tool of others checks, in a
 * real browser against a real server whose clock is moved, with accounts on a real socket. Walked where somebody asks for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeavingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "JL-0900";
    /** Thirty days after 28 September, which does not count (Labour Contract Law, art. 37). */
    private static final String LAST_DAY = "2026-10-28";

    private static final Map<String, String> PARTS = Map.of(
            "worker", "worker",
            "superior", "superior",
            "it", "it",
            "administration", "administration",
            "finance", "finance",
            "hr", "hr");

    private final ObjectNode story = JSON.createObjectNode();
    private SlowAccounts accounts;
    private StoryDemo demo;
    private DemoServer server;
    private String firm = "";
    private String person = "";

    @BeforeAll
    void begin() throws IOException {
        assumeTrue(StoryDemo.askedFor(), "asked for by -Dholdfast.stories=true, where libfaketime is installed");
        demo = new StoryDemo("2026-09-28T10:00", LocalDate.of(2026, 9, 27));
        server = demo.server();
        accounts = new SlowAccounts();
        accounts.add(NUMBER);
        firm = of("/api/v1/subsidiaries?limit=200", "code", "JL").path("id").asText();
        hire();
        people();
        use("parallel");
        putSystem();
        seal();
        lend();
        story.put("lastDay", LAST_DAY)
                .put("paidUntil", "2026-08-31")
                .put("file", demo.folder().resolve("certificate.pdf").toString())
                .putObject("settlement")
                .put("monthlyPay", "10000")
                .put("averagePay", "10000")
                .put("ordinaryPay", "10000")
                .put("leaveDays", "0");
    }

    @AfterAll
    void end() throws IOException {
        if (demo != null) {
            demo.close();
        }
        if (accounts != null) {
            accounts.close();
        }
    }

    @Test
    @Order(1)
    void noticeIsGivenOnThePhoneAndFourOwnersAreToldAtOnce() throws IOException, InterruptedException {
        walk("workerSignsForTheLaptop", "workerGivesNotice");
        JsonNode begun = of("/api/v1/offboardings?employeeId=" + person, "state", "running");
        assertThat(begun.path("self").booleanValue()).isTrue();
        assertThat(begun.path("lastDay").asText()).isEqualTo(LAST_DAY);
        story.put("case", begun.path("id").asText());

        walk("superiorApproves", "itIsTold", "administrationIsTold", "financeIsTold", "hrIsTold");
    }

    @Test
    @Order(2)
    void whatCanBeDoneIsDoneOnTheSameDay() throws IOException, InterruptedException {
        walk("hrSettles", "financePays", "hrApproves");
        withoutHandover();
        walk("workerDeclinesTheInterview", "workerHasHandedOver");

        assertThat(open()).containsExactlyInAnyOrder("accounts", "assets", "certificate");
        assertThat(accounts.living())
                .as("nobody loses access before the last day is over")
                .containsExactly(NUMBER);
    }

    @Test
    @Order(3)
    void aDeviceThatIsNotBackHoldsUpItsOwnTaskAlone() throws IOException, InterruptedException {
        demo.move(LAST_DAY + "T09:30");

        walk("laptopIsMissing", "hrIssuesTheCertificate", "hrHandsTheCertificateOver");
        walk("hrNotesTheTransfer", "hrHasTransferred");

        assertThat(open())
                .as("all but the device and what comes at midnight")
                .containsExactlyInAnyOrder("accounts", "assets");
    }

    @Test
    @Order(4)
    void theCertificateIsFoundSoundByAToolOfOthersInChineseAndInEnglish() throws IOException, InterruptedException {
        Path file = Path.of(story.path("file").asText());

        assertThat(said("pdfsig", file.toString()))
                .contains("Signature is Valid.", "Total document signed", "CN=江陵阀门制造有限公司");
        assertThat(said("pdftotext", "-layout", file.toString(), "-"))
                .contains("离职证明", "尤工", "2026年10月28日", "Certi", "October 28, 2026");
    }

    @Test
    @Order(5)
    void theDeviceComesBackAndAccountsAreReadAsDeadAfterTheLastDay() throws IOException, InterruptedException {
        walk("workerReturnsTheLaptop", "administrationTakesItBack");
        assertThat(accounts.living()).containsExactly(NUMBER);

        demo.move("2026-10-29T09:00");
        await().pollInterval(StoryDemo.POLL).atMost(StoryDemo.AT_MOST).until(this::isToBeReadAgain);
        assertThat(accounts.living()).isEmpty();
        assertThat(open()).as("disabled is not dead yet").containsExactly("accounts");
        demo.move("2026-10-29T09:10");
        await().pollInterval(StoryDemo.POLL)
                .atMost(StoryDemo.AT_MOST)
                .until(() -> account().path("state").asText().equals("dead"));
    }

    @Test
    @Order(6)
    void allIsOverWithinTwoDaysOfWorkBesideTheNotice() throws IOException, InterruptedException {
        if (!open().isEmpty()) {
            walk("itHasClosedTheAccounts");
        }
        walk("caseIsOver");

        assertThat(days())
                .as("days on which anybody did anything for it, midnight's accounts beside them")
                .containsExactly("2026-09-28", LAST_DAY, "2026-10-29");
    }

    private void walk(String... steps) throws IOException, InterruptedException {
        demo.walk(story, PARTS, steps);
    }

    private void hire() {
        String department = of("/api/v1/departments?limit=200&subsidiaryId=" + firm, "name", "生产部")
                .path("code")
                .asText();
        String rows = "employee_no,name,subsidiary,department,manager_no,position,position_family,hire_date,birth_date,"
                + "gender,status,base_pay,currency\n" + NUMBER + ",尤工,JL," + department
                + ",JL-003,设备技术员,production,2019-03-01,1988-05-11,female,active,120000,CNY\n";
        JsonNode ended = new Uploads(server).imported("employees.csv", rows.getBytes(StandardCharsets.UTF_8));
        assertThat(ended.path("rejected").asInt()).as("%s", ended).isZero();
        person = server.id(NUMBER);
    }

    private void people() {
        demo.login("worker", "employee", person, null);
        demo.login("superior", "lineManager", server.id("JL-003"), null);
        demo.login("hr", "subsidiaryHr", null, firm);
        Map<String, String> offices = new LinkedHashMap<>();
        for (String office : List.of("it", "administration", "finance")) {
            offices.put(office, demo.login(office, "taskHandler", null, firm));
        }
        String path = "/api/v1/offboardings/offices";
        ObjectNode fields = JSON.createObjectNode()
                .put("subsidiaryId", firm)
                .put(
                        "version",
                        server.get("groupHr", path + "?subsidiaryId=" + firm)
                                .path("version")
                                .asText());
        offices.forEach((office, user) -> fields.withArray("offices")
                .addObject()
                .put("office", office)
                .putArray("accountIds")
                .add(user));
        put("groupHr", path, fields);
    }

    private void use(String key) {
        String flow = of("/api/v1/flows", "key", key).path("id").asText();
        put("groupHr", "/api/v1/flows/uses/" + firm, JSON.createObjectNode().put("flowId", flow));
    }

    private void putSystem() {
        ObjectNode system = JSON.createObjectNode()
                .put("subsidiaryId", firm)
                .put("code", "directory")
                .put("connector", "scim")
                .put("name", "Directory");
        system.putObject("values").put("address", accounts.address()).put("token", SlowAccounts.TOKEN);
        put("systemAdmin", "/api/v1/account-systems/" + UUID.randomUUID(), system);
    }

    private void seal() {
        String path = "/api/v1/offboardings/seals/" + firm;
        int version = server.get("systemAdmin", path).path("version").asInt();
        JsonNode made = server.post("systemAdmin", path + "/key", "{\"version\":" + version + "}");
        assertThat(made.path("certificate").path("state").asText())
                .as("%s", made)
                .isEqualTo("valid");
    }

    private void lend() {
        ObjectNode laptop = JSON.createObjectNode()
                .put("key", UUID.randomUUID().toString())
                .put("subsidiaryId", firm)
                .put("kind", "laptop")
                .put("inventoryNo", "JL-NB-1")
                .put("label", "ThinkPad T14");
        JsonNode registered = server.post("groupHr", "/api/v1/assets", laptop.toString());
        ObjectNode issue = JSON.createObjectNode()
                .put("key", UUID.randomUUID().toString())
                .put("version", registered.path("version").asInt())
                .put("employeeNo", NUMBER)
                .put("on", "2026-09-28")
                .put("condition", "good");
        String asset = registered.path("id").asText();
        JsonNode issued = server.post("groupHr", "/api/v1/assets/" + asset + "/issue", issue.toString());
        assertThat(issued.path("state").asText()).as("%s", issued).isEqualTo("issued");
        story.put("asset", asset);
    }

    /** Nothing has to be handed over by this technician; the interview is theirs to decline. */
    private void withoutHandover() {
        String id = story.path("case").asText();
        JsonNode list = server.post("groupHr", "/api/v1/knowledge/offboardings/" + id, "");
        ObjectNode waiver = JSON.createObjectNode()
                .put("version", list.path("version").asInt())
                .put("reason", "没有需要交接的资料");
        server.post("groupHr", "/api/v1/knowledge/offboardings/" + id + "/waiver", waiver.toString());
        String interview = "/api/v1/offboardings/" + id + "/exit-interview";
        ObjectNode offer = JSON.createObjectNode()
                .put("version", server.get("groupHr", interview).path("version").asInt())
                .put("self", true)
                .put("dueOn", LAST_DAY);
        put("groupHr", interview + "/offer", offer);
    }

    private void put(String role, String path, JsonNode body) {
        var answer = server.send(server.caller(role), new Call("PUT", path, "application/json", body.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode of(String path, String field, String value) {
        return StreamSupport.stream(server.get("groupHr", path).path("items").spliterator(), false)
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode tasks() {
        return server.get(
                        "groupHr", "/api/v1/offboardings/" + story.path("case").asText())
                .path("tasks");
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        tasks().forEach(task -> {
            if (task.path("state").asText().equals("open")) {
                open.add(task.path("step").asText());
            }
        });
        return open;
    }

    private List<String> days() {
        return StreamSupport.stream(tasks().spliterator(), false)
                .map(task -> task.path("closedAt").asText().substring(0, 10))
                .distinct()
                .sorted()
                .toList();
    }

    private JsonNode account() {
        return server.get("groupHr", "/api/v1/employees/" + person + "/accounts")
                .path("accounts")
                .path(0);
    }

    /** Directories copy slowly: it is disabled, and read again five minutes later. Until that is written the clock must not move. */
    private boolean isToBeReadAgain() {
        JsonNode account = account();
        return account.path("lastTryAt").isTextual()
                && account.path("nextTryAt").isTextual()
                && Duration.between(
                                        Instant.parse(account.path("lastTryAt").asText()),
                                        Instant.parse(account.path("nextTryAt").asText()))
                                .toMinutes()
                        >= 4;
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
