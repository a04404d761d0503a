package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.launcher.client.ApiCalls;
import org.jspecify.annotations.Nullable;

/** Makes the accounts of those who use the console: HR of the group and of subsidiaries, and superiors of people with alerts. */
final class Staff {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    private final InstalledServer server;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<Login> logins = new ArrayList<>();

    Staff(InstalledServer server) {
        this.server = server;
    }

    /**
     * An account.
     *
     * @param username the user name
     * @param password the password
     * @param pages what they open, again and again
     */
    record Login(String username, String password, List<ConsolePages> pages) {}

    /** Of twenty, one is HR of the group, eleven are of a subsidiary, and eight are superiors. */
    List<Login> of(int users) {
        int group = Math.max(1, users / 20);
        int superiors = users * 2 / 5;
        for (int i = 0; i < group; i++) {
            add("groupHr", null, List.of(), ConsolePages.OF_HR);
        }
        Login first = logins.get(0);
        List<String> managers = superiors(server.api().signedInAs(first.username(), first.password()), superiors);
        managers.forEach(id -> add("lineManager", id, List.of(), ConsolePages.OF_SUPERIORS));
        List<String> firms = largeFirms();
        for (int i = logins.size(); i < users; i++) {
            add("subsidiaryHr", null, List.of(firms.get(i % firms.size())), ConsolePages.OF_HR);
        }
        return logins;
    }

    /** HR alone: the first and each tenth of the group, the others of the large subsidiaries. */
    List<Login> hr(int users) {
        List<String> firms = largeFirms();
        for (int i = 0; i < users; i++) {
            boolean group = i % 10 == 0;
            add(
                    group ? "groupHr" : "subsidiaryHr",
                    null,
                    group ? List.of() : List.of(firms.get(i % firms.size())),
                    ConsolePages.OF_HR);
        }
        return logins;
    }

    private List<String> largeFirms() {
        return server.subsidiaries().stream()
                .filter(firm -> firm.path("headcount").asInt() > 200)
                .map(firm -> firm.path("id").asText())
                .toList();
    }

    private void add(String role, @Nullable String employee, List<String> firms, List<ConsolePages> pages) {
        Login login = new Login(
                role + "-" + run + "-" + logins.size(), UUID.randomUUID().toString(), pages);
        ObjectNode user = JSON.createObjectNode()
                .put("username", login.username())
                .put("displayName", "")
                .put("password", login.password())
                .put("employeeId", employee)
                .put("language", "zh")
                .put("mustChangePassword", false);
        user.putArray("roles").add(role);
        ArrayNode ids = user.putArray("subsidiaryIds");
        firms.forEach(ids::add);
        server.api().post("/api/v1/users", user);
        logins.add(login);
    }

    private static List<String> superiors(ApiCalls hr, int most) {
        Set<String> found = new LinkedHashSet<>();
        String cursor = "";
        while (found.size() < most) {
            JsonNode page = hr.get("/api/v1/alerts?state=open&limit=" + PAGE + cursor);
            Iterator<JsonNode> alerts = page.path("items").iterator();
            while (alerts.hasNext() && found.size() < most) {
                JsonNode manager = alerts.next().path("employee").path("managerId");
                if (manager.isTextual()) {
                    found.add(manager.asText());
                }
            }
            if (!page.path("next").isTextual()) {
                break;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
        return List.copyOf(found);
    }
}
