package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.holdfast.launcher.client.ApiCalls;

/**
 * What HR has begun in a subsidiary beside single cases: a programme for a cohort that runs, and a hold-out. Both take two people, as
 * everywhere.
 */
final class DemoRetention {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTIONS = List.of("专业序列晋升", "牵头一个项目", "配备导师");
    private static final int TENURE_MONTHS = 24;
    private static final int PROGRAMME_WEEKS = 10;
    private static final int HOLDOUT_MONTHS = 6;
    private static final int HOLDOUT_PERCENT = 10;

    private final Clock clock;

    DemoRetention(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a programme: the promotion track for technical experts.
     *
     * @param subsidiary the subsidiary
     * @param drafts HR that writes and begins it
     * @param approves HR of the group
     */
    void programme(JsonNode subsidiary, ApiCalls drafts, ApiCalls approves) {
        String firm = subsidiary.path("id").asText();
        JsonNode templates =
                drafts.get("/api/v1/programmes/choices?subsidiaryId=" + firm).path("templates");
        JsonNode template = templates.get(0);
        ObjectNode fields = JSON.createObjectNode();
        fields.put("subsidiaryId", firm);
        fields.put("template", template.path("code").asText());
        // As HR of a firm in China writes it, whatever the language of whoever starts the demo.
        fields.put("title", "技术骨干晋升计划");
        fields.put("reason", "专业序列有自己的职级");
        fields.putObject("cohort").put("tenureFrom", TENURE_MONTHS);
        ArrayNode actions = fields.putArray("actions");
        for (JsonNode action : template.path("actions")) {
            ObjectNode own = action.deepCopy();
            actions.add(own.put("title", ACTIONS.get(actions.size() % ACTIONS.size())));
        }
        fields.putObject("terms").put("dueOn", midweek(subsidiary).toString());
        JsonNode made = drafts.post("/api/v1/programmes", fields);
        step(drafts, made, "submit");
        step(approves, made, "approve");
        step(drafts, made, "start");
    }

    /**
     * Begins a hold-out.
     *
     * @param subsidiary the subsidiary
     * @param proposes HR of the group
     * @param confirms the data-protection officer
     */
    void holdout(JsonNode subsidiary, ApiCalls proposes, ApiCalls confirms) {
        String path = "/api/v1/subsidiaries/" + subsidiary.path("id").asText() + "/holdouts";
        ObjectNode fields = JSON.createObjectNode();
        fields.put("share", HOLDOUT_PERCENT);
        fields.put("lastDay", today(subsidiary).plusMonths(HOLDOUT_MONTHS).toString());
        fields.put("noteVersion", 1);
        fields.put(
                "reasons",
                "Nobody knows yet whether talks keep people here; the lot is the only fair way to find out.");
        String id = proposes.post(path, fields).path("id").asText();
        confirms.post(path + '/' + id + "/countersignature", JSON.createObjectNode());
    }

    private void step(ApiCalls by, JsonNode made, String step) {
        String path = "/api/v1/programmes/" + made.path("id").asText();
        ObjectNode fields = JSON.createObjectNode();
        fields.put("version", by.get(path).path("version").asInt())
                .put("step", step)
                .put("note", "");
        by.post(path + "/steps", fields);
    }

    /** A Wednesday some weeks ahead: holidays of which a calendar knows are over by then, or not known yet. */
    private LocalDate midweek(JsonNode subsidiary) {
        return today(subsidiary).plusWeeks(PROGRAMME_WEEKS).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    private LocalDate today(JsonNode subsidiary) {
        return LocalDate.ofInstant(
                clock.instant(), ZoneId.of(subsidiary.path("timezone").asText()));
    }
}
