package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What tells the demo's people: their names, their numbers, and the scores of some of them. */
final class DemoSecrets {
    /**
     * Digits alone also stand where nobody is meant, and shorter scores everywhere. The numbers of the cases are words of
     * the generator's program, and so of the archive of its classes.
     */
    private static final String TELLING_NUMBER = "(?!CASE-)(?=.*\\D).{6,}";

    private DemoSecrets() {}

    static Set<String> of(DemoServer server) {
        Set<String> secrets = new HashSet<>();
        secrets.add(LargeFiles.CANARY);
        String cursor = "null";
        do {
            JsonNode page =
                    server.post("groupHr", "/api/v1/employees/search", "{\"limit\":200,\"cursor\":" + cursor + "}");
            for (JsonNode person : page.path("items")) {
                secrets.add(person.path("name").asText());
                if (person.path("employeeNo").asText().matches(TELLING_NUMBER)) {
                    secrets.add(person.path("employeeNo").asText());
                }
            }
            cursor = page.path("next").toString();
        } while (!cursor.equals("null"));
        JsonNode scores = server.get("groupHr", "/api/v1/risk/scores?limit=50").path("items");
        scores.forEach(row -> secrets.add(row.path("probability").asText()));
        return secrets;
    }
}
