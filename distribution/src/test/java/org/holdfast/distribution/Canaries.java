package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One made-up person whose every value is found nowhere else, brought in on every way there is. */
final class Canaries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "CANARY";
    private static final double PAY = 7_391_823.17;
    private static final double RAISED_PAY = 7_912_346.83;
    private static final double RATING = 4.718_293_641;
    private static final double EXPECTED_PAY = 8_273_645.39;
    private static final String PHONE = "+86-139-7731-4402";
    /** Words that each stand in one kind of field. */
    private static final List<String> WORDS = List.of(
            "Quillfeather Oriolane",
            "QF-83920174",
            "quillfeather@oriolane.example",
            PHONE,
            "Zwitscherlingmeister",
            "Umzugsgrundvogel",
            "Nestbaugeldwunsch",
            "Federkleidgespraech",
            "Abflugabsicht",
            "Abgelehntervogel",
            "Suchevogelnest",
            "Probeflugvogel",
            "Dateinamenvogel",
            "Anzeigenamenvogel",
            "Warnungsnotizvogel",
            "Einzelnachrichtvogel");

    private final DemoServer server;
    private final Uploads uploads;

    Canaries(DemoServer server) {
        this.server = server;
        this.uploads = new Uploads(server);
    }

    /** Brings the person in, and returns what must never be seen. */
    Needles released() {
        people();
        facts();
        handled();
        Needles needles =
                new Needles().number(PAY).number(RAISED_PAY).number(RATING).number(EXPECTED_PAY);
        return words(needles);
    }

    /** Adds the words, which name the person wherever they stand. */
    static Needles words(Needles needles) {
        WORDS.forEach(needles::text);
        return needles;
    }

    private void people() {
        imported(
                "subsidiaries.csv",
                "code,name,country,industry,timezone,language,sandbox\n" + CODE
                        + ",Aviary,CN,manufacturing,Asia/Shanghai,en,1\n",
                0);
        imported(
                "departments.csv", "code,name,parent_code,subsidiary,level,region\nNEST,Nest,," + CODE + ",team,\n", 0);
        String header = "employee_no,name,subsidiary,department,manager_no,position,position_family,hire_date,base_pay,"
                + "currency,email,phone,status,leave_date,leave_type,leave_reason\n";
        String person = "QF-83920174,Quillfeather Oriolane," + CODE
                + ",NEST,%s,Zwitscherlingmeister,production,2021-03-01,%s,CNY,quillfeather@oriolane.example," + PHONE
                + ",%s\n";
        imported("Dateinamenvogel employees.csv", header + person.formatted("", "7391823.17", "active,,,"), 0);
        // The same person again with another pay, a superior who does not exist, and a row that is rejected.
        imported(
                "employees.csv",
                header + person.formatted("Suchevogelnest", "7912346.83", "left,2026-09-30,voluntary,Umzugsgrundvogel")
                        + "Abgelehntervogel,Abgelehntervogel," + CODE + ",NO-NEST,,,,,,,,,,,,\n",
                2);
        assertThat(server.get("groupHr", "/api/v1/employees?employeeNo=QF-83920174")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private void facts() {
        String who = CODE + ",QF-83920174,";
        imported(
                "consents.csv",
                "subsidiary,employee_no,category,purpose,from,to\n" + who + "jobSite,retention,2024-01-01,2027-01-01\n",
                0);
        imported(
                "signals.csv",
                "subsidiary,employee_no,signal,date,value,source,text,intention,expected_pay\n"
                        + who + "performance.rating,2026-06-30,4.718293641,talks,,,\n"
                        + who + "feedback.text,2026-07-01,,talks,Federkleidgespraech,,\n"
                        + who + "resume.update,2026-07-02,,site,,Abflugabsicht,8273645.39\n",
                0);
        imported(
                "events.csv",
                "subsidiary,employee_no,event,date,value,detail\n" + who
                        + "counter_offer,2026-08-01,7912346.83,Nestbaugeldwunsch\n",
                0);
        ObjectNode body = JSON.createObjectNode();
        body.putArray("items")
                .addObject()
                .put("subsidiary", CODE)
                .put("employeeNo", "QF-83920174")
                .put("signal", "feedback.text")
                .put("date", "2026-07-03")
                .put("source", "talks")
                .put("text", "Einzelnachrichtvogel");
        assertThat(uploads.post("/api/v1/signals", body).path("accepted").asInt())
                .isEqualTo(1);
        byte[] dryRun =
                ("employee_no,name,subsidiary\nP1,Probeflugvogel," + CODE + "\n").getBytes(StandardCharsets.UTF_8);
        uploads.ended(uploads.begin("employees.csv", dryRun, "dryRun", "true"));
    }

    private void handled() {
        ObjectNode user = JSON.createObjectNode();
        user.put("username", "canary").put("displayName", "Anzeigenamenvogel").put("password", "kein Vogel 4711");
        user.putArray("roles").add("auditor");
        user.putArray("subsidiaryIds");
        user.putNull("employeeId").put("language", "en").put("mustChangePassword", false);
        assertThat(uploads.post("/api/v1/users", user).path("id").asText()).isNotEmpty();
        JsonNode alert = server.get("groupHr", "/api/v1/alerts?state=open&limit=1")
                .path("items")
                .get(0);
        String path = "/api/v1/alerts/" + alert.path("id").asText() + "/close";
        JsonNode closed = server.post("groupHr", path, "{\"reason\":\"talked\",\"note\":\"Warnungsnotizvogel\"}");
        assertThat(closed.path("state").asText()).isEqualTo("closed");
    }

    private void imported(String name, String text, int rejected) {
        JsonNode ended = uploads.imported(name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(ended.path("state").asText()).as(name).isEqualTo("done");
        assertThat(ended.path("rejected").asInt()).as(name).isEqualTo(rejected);
    }
}
