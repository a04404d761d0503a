package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.holdfast.launcher.client.ApiCalls;

/** A stay survey that is open for two weeks, as HR opens one: there is something to answer from the first day. */
final class DemoSurvey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS = 14;
    private static final int FEWEST = 10;

    private final ApiCalls asGroupHr;
    private final Clock clock;

    DemoSurvey(ApiCalls asGroupHr, Clock clock) {
        this.asGroupHr = asGroupHr;
        this.clock = clock;
    }

    /** Opens one, unless the subsidiary is too small for any answer to be anonymous. */
    void open(JsonNode subsidiary) {
        if (subsidiary.path("headcount").asInt() < FEWEST) {
            return;
        }
        ZoneId zone = ZoneId.of(subsidiary.path("timezone").asText());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        ObjectNode round = JSON.createObjectNode();
        round.put("kind", "stay").put("subsidiaryId", subsidiary.path("id").asText());
        round.putNull("departmentId");
        round.put("firstDay", today.toString())
                .put("lastDay", today.plusDays(DAYS - 1L).toString());
        String id = asGroupHr.post("/api/v1/surveys", round).path("id").asText();
        asGroupHr.post("/api/v1/surveys/" + id + "/opening", JSON.createObjectNode());
    }
}
