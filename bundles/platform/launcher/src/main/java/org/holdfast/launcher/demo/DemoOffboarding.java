package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.holdfast.launcher.client.ApiCalls;

/**
 * Somebody who leaves: HR has entered a letter of resignation, and it waits for the approval of their superior. And somebody whose
 * handover is prepared, because they alone know something.
 */
final class DemoOffboarding {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/offboardings";

    private final Clock clock;

    DemoOffboarding(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins it.
     *
     * @param subsidiary the subsidiary
     * @param personId who leaves
     * @param hr HR of the subsidiary
     */
    void begin(JsonNode subsidiary, String personId, ApiCalls hr) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), ZoneId.of(subsidiary.path("timezone").asText()));
        ObjectNode fields = JSON.createObjectNode();
        fields.put("key", UUID.randomUUID().toString());
        fields.put("employeeId", personId);
        fields.put("kind", "resignation");
        fields.put("noticeOn", today.toString());
        fields.putObject("reason").put("code", "growth").put("note", "");
        fields.putObject("evidence").put("reference", "HR-1").put("on", today.toString());
        hr.post(PATH, fields);
    }

    /**
     * Prepares a handover.
     *
     * @param personId whose
     * @param hr HR of the subsidiary
     */
    void prepare(String personId, ApiCalls hr) {
        ObjectNode fields = JSON.createObjectNode();
        String key = UUID.randomUUID().toString();
        fields.put("key", key);
        fields.put("employeeId", personId);
        fields.put("why", "knowledgeAtRisk");
        hr.post(PATH + "/preparations", fields);
        hr.put(
                PATH + "/preparations/" + key + "/steps/handoverList",
                JSON.createObjectNode().put("version", 0).put("done", true));
    }
}
