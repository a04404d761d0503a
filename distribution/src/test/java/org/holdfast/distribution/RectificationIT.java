package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was wrong about somebody is put right, and the score and its reasons follow by themselves. */
@ExtendWith(SharedDemo.class)
@Tag("O13")
class RectificationIT {
    private static final String LEAVE = "attendance.leave_days";
    private static final int DAYS_AGO = 6;

    private final DemoServer server;

    RectificationIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void aCorrectedValueReachesScoreAndReasons() {
        SmallFirm firm = new SmallFirm(server, "RIGHT").scored("1990-%02d-11", "female");
        JsonNode before = server.risk(firm.number(1));

        firm.signal(1, LEAVE, DAYS_AGO, 20);
        JsonNode wrong = changed(firm, before);
        firm.signal(1, LEAVE, DAYS_AGO, 7);
        JsonNode right = changed(firm, wrong);

        assertThat(leave(wrong)).as("with the wrong value").isGreaterThanOrEqualTo(20);
        assertThat(leave(right)).as("with the right one").isLessThan(20);
        assertThat(right.path("margin").asDouble())
                .isLessThanOrEqualTo(wrong.path("margin").asDouble());
    }

    private JsonNode changed(SmallFirm firm, JsonNode before) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> server.risk(firm.number(1)), risk -> leave(risk) != leave(before));
    }

    private static double leave(JsonNode risk) {
        for (JsonNode reason : risk.path("reasons")) {
            if (reason.path("signal").asText().equals(LEAVE)) {
                return reason.path("value").asDouble();
            }
        }
        return -1;
    }
}
