package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.start.StartFailure;

/** One login per role. The line manager is the superior of the case everybody asks about; the employee is another case. */
final class DemoAccounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASE = "CASE-8.5";
    private static final String EMPLOYEE = "CASE-THIN";
    private static final List<String> ROLES = List.of(
            "groupHr",
            "subsidiaryHr",
            "lineManager",
            "employee",
            "taskHandler",
            "modelOperator",
            "fairnessAuditor",
            "dpo",
            "auditor",
            "systemAdmin",
            "securityAdmin",
            "hqAnalyst");

    private final ApiCalls api;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DemoAccounts(ApiCalls api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    List<DemoLogin> create(JsonNode subsidiaries) {
        List<DemoLogin> logins = new ArrayList<>();
        logins.add(create("groupHr", Optional.empty(), Optional.empty()));
        ApiCalls asGroupHr =
                api.signedInAs(logins.get(0).username(), logins.get(0).password());
        JsonNode headOfSales = person(asGroupHr, CASE);
        String subsidiary = headOfSales.path("subsidiaryId").asText();
        for (String role : ROLES.subList(1, ROLES.size())) {
            Optional<String> employee = switch (role) {
                case "lineManager" -> Optional.of(headOfSales.path("managerId").asText());
                case "employee" ->
                    Optional.of(person(asGroupHr, EMPLOYEE).path("id").asText());
                default -> Optional.empty();
            };
            boolean scoped = List.of("subsidiaryHr", "taskHandler").contains(role);
            logins.add(create(role, employee, scoped ? Optional.of(subsidiary) : Optional.empty()));
        }
        surveys(asGroupHr, subsidiaries, subsidiary);
        new DemoStories(api, clock)
                .begin(logins, new DemoStories.Firms(firm(subsidiaries, subsidiary), largest(subsidiaries)));
        return logins;
    }

    private static JsonNode firm(JsonNode subsidiaries, String id) {
        for (JsonNode subsidiary : subsidiaries) {
            if (subsidiary.path("id").asText().equals(id)) {
                return subsidiary;
            }
        }
        throw new StartFailure("failure.demoPerson", CASE);
    }

    private static JsonNode largest(JsonNode subsidiaries) {
        JsonNode largest = subsidiaries.path(0);
        for (JsonNode subsidiary : subsidiaries) {
            if (subsidiary.path("headcount").asInt() > largest.path("headcount").asInt()) {
                largest = subsidiary;
            }
        }
        return largest;
    }

    /** Where the employee and the superior with a login work, so that somebody can answer. */
    private void surveys(ApiCalls asGroupHr, JsonNode subsidiaries, String superiors) {
        DemoSurvey survey = new DemoSurvey(asGroupHr, clock);
        String employees = person(asGroupHr, EMPLOYEE).path("subsidiaryId").asText();
        for (JsonNode subsidiary : subsidiaries) {
            if (List.of(employees, superiors).contains(subsidiary.path("id").asText())) {
                survey.open(subsidiary);
            }
        }
    }

    private static JsonNode person(ApiCalls asGroupHr, String employeeNo) {
        JsonNode found =
                asGroupHr.get("/api/v1/employees?employeeNo=" + employeeNo).path("items");
        if (found.size() != 1) {
            throw new StartFailure("failure.demoPerson", employeeNo);
        }
        return found.get(0);
    }

    private DemoLogin create(String role, Optional<String> employeeId, Optional<String> subsidiaryId) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ObjectNode body = JSON.createObjectNode();
        String username = role.toLowerCase(Locale.ROOT);
        body.put("username", username).put("displayName", role).put("password", password);
        body.putArray("roles").add(role);
        ArrayNode scope = body.putArray("subsidiaryIds");
        subsidiaryId.ifPresent(scope::add);
        employeeId.ifPresentOrElse(id -> body.put("employeeId", id), () -> body.putNull("employeeId"));
        body.put("language", "zh").put("mustChangePassword", false);
        api.post("/api/v1/users", body);
        return new DemoLogin(role, username, password);
    }
}
