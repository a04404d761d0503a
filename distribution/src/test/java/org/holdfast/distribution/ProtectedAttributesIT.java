package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sex and age are held for an audit of fairness alone: they move no score, and nobody who looks at a person is shown them. */
@ExtendWith(SharedDemo.class)
@Tag("O9")
class ProtectedAttributesIT {
    private final DemoServer server;

    ProtectedAttributesIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void firmsThatDifferInSexAndAgeAloneHaveTheSameScoresAndReasons() {
        List<JsonNode> young = scores(new SmallFirm(server, "YOUNG").scored("1999-%02d-11", "female"));
        List<JsonNode> old = scores(new SmallFirm(server, "OLD").scored("1968-%02d-03", "male"));

        assertThat(young).isEqualTo(old);
        assertThat(young)
                .extracting(risk -> risk.path("probability").asDouble())
                .as("there is something to compare")
                .doesNotContain(0.0);
        String person = "/api/v1/employees/" + server.id("YOUNG-3");
        assertThat(server.get("groupHr", person + "/profile").toString())
                .contains("YOUNG-3")
                .doesNotContain("1999-", "female");
        assertThat(server.get("groupHr", person + "/timeline").toString()).doesNotContain("1999-", "female");
    }

    private List<JsonNode> scores(SmallFirm firm) {
        List<JsonNode> scores = new ArrayList<>();
        for (int i = 1; i <= SmallFirm.PEOPLE; i++) {
            ObjectNode risk = (ObjectNode) server.risk(firm.number(i));
            scores.add(risk.retain("score", "probability", "band", "baseline", "margin", "reasons"));
        }
        return scores;
    }
}
