package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
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
        DemoOffboarding offboarding = new DemoOffboarding(clock);
        List<String> people = colleagues();
        if (people.size() == 2) {
            offboarding.begin(firms.superiors(), people.get(0), by("subsidiaryHr"));
            offboarding.prepare(people.get(1), by("subsidiaryHr"));
        }
    }

    /**
     * Where things begin.
     *
     * @param superiors the subsidiary of the superior who has a login, and of its HR
     * @param largest the largest subsidiary, where a lot means something
     */
    record Firms(JsonNode superiors, JsonNode largest) {}

    /** Two in the line of the superior who are none of the people the product's stories are about. */
    private List<String> colleagues() {
        List<String> found = new ArrayList<>();
        for (JsonNode person :
                by("lineManager").get("/api/v1/employees?limit=200").path("items")) {
            if (found.size() < 2
                    && person.path("status").asText().equals("active")
                    && !person.path("employeeNo").asText().startsWith(CASES)) {
                found.add(person.path("id").asText());
            }
        }
        return found;
    }

    private ApiCalls by(String role) {
        return Optional.ofNullable(signedIn.get(role)).orElseThrow();
    }
}
