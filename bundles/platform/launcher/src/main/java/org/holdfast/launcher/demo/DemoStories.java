package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.client.ApiCalls;

/** What people with a login have begun before anybody looks: a programme, a hold-out, and somebody who leaves. */
final class DemoStories {
    private static final String CASES = "CASE-";

    private final ApiCalls api;
    private final Clock clock;
    private final Map<String, ApiCalls> signedIn = new HashMap<>();

    DemoStories(ApiCalls api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * Begins them in the subsidiary of the superior who has a login.
     *
     * @param logins one for each role
     * @param firms where
     */
    void begin(List<DemoLogin> logins, Firms firms) {
        for (DemoLogin login : logins) {
            if (List.of("groupHr", "subsidiaryHr", "lineManager", "dpo").contains(login.role())) {
                signedIn.put(login.role(), api.signedInAs(login.username(), login.password()));
            }
        }
        DemoRetention retention = new DemoRetention(clock);
        retention.programme(firms.superiors(), by("subsidiaryHr"), by("groupHr"));
        retention.holdout(firms.largest(), by("groupHr"), by("dpo"));
        leaver().ifPresent(person -> new DemoOffboarding(clock).begin(firms.superiors(), person, by("subsidiaryHr")));
    }

    /**
     * Where things begin.
     *
     * @param superiors the subsidiary of the superior who has a login, and of its HR
     * @param largest the largest subsidiary, where a lot means something
     */
    record Firms(JsonNode superiors, JsonNode largest) {}

    /** Somebody in the line of the superior who is none of the people the product's stories are about. */
    private Optional<String> leaver() {
        for (JsonNode person :
                by("lineManager").get("/api/v1/employees?limit=200").path("items")) {
            if (person.path("status").asText().equals("active")
                    && !person.path("employeeNo").asText().startsWith(CASES)) {
                return Optional.of(person.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private ApiCalls by(String role) {
        return Optional.ofNullable(signedIn.get(role)).orElseThrow();
    }
}
