package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.holdfast.distribution.ApiDescription.Operation;
import org.holdfast.distribution.DemoServer.Call;
import org.holdfast.distribution.DemoServer.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint of the running server, called in every role. */
@ExtendWith(SharedDemo.class)
class EndpointsIT {
    /** Nobody's: whoever may call an endpoint learns that there is no such thing, and nothing is changed. */
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

    private static final String LOG_OUT = "DELETE /session";

    private final DemoServer server;
    private final ApiDescription api;
    private final EndpointTable table = EndpointTable.read();

    EndpointsIT(DemoServer server) {
        this.server = server;
        this.api = ApiDescription.of(server);
    }

    /** Among the endpoints is the one that ends all other sessions of an account. */
    @AfterEach
    void letEverybodySignInAnew() {
        server.signInAnew();
    }

    /** The core's own test holds the same table against its resource classes, so that none is left undescribed. */
    @Test
    void theDescriptionAndTheTableOfRolesNameTheSameEndpoints() {
        assertThat(api.operations().stream().map(Operation::key))
                .containsExactlyInAnyOrderElementsOf(table.roles().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "hqAnalyst"
            })
    void aRoleReachesExactlyTheEndpointsOfTheTable(String role) {
        reachesExactlyItsOwn(server.signIn(role), role);
    }

    @Test
    void aTokenReachesExactlyTheEndpointsOfItsRole() {
        String made = server.post(
                        "securityAdmin", "/api/v1/tokens", "{\"name\":\"endpoints\",\"role\":\"integration\"}")
                .path("token")
                .asText();

        reachesExactlyItsOwn(Caller.token(made), "integration");
    }

    @Test
    void aStrangerReachesNothingButWhatIsOpen() {
        SoftAssertions soft = new SoftAssertions();
        for (Operation operation : api.operations()) {
            int status = ask(Caller.STRANGER, operation).statusCode();
            if (!table.isOpen(operation.key())) {
                soft.assertThat(status).as(operation.key()).isEqualTo(401);
            }
        }
        soft.assertAll();
    }

    private void reachesExactlyItsOwn(Caller caller, String role) {
        SoftAssertions soft = new SoftAssertions();
        loggingOutLast().forEach(operation -> {
            HttpResponse<String> answer = ask(caller, operation);
            if (table.isAllowed(operation.key(), role)) {
                soft.assertThat(answer.statusCode())
                        .as("%s as %s: %s", operation, role, answer.body())
                        .isNotIn(403, 405, 406, 415)
                        .isLessThan(500);
                soft.assertThat(answer.body())
                        .as("%s as %s", operation, role)
                        .doesNotContain("/problems/not-signed-in");
            } else {
                soft.assertThat(answer.statusCode())
                        .as("%s as %s", operation, role)
                        .isEqualTo(403);
            }
        });
        soft.assertAll();
    }

    private Stream<Operation> loggingOutLast() {
        List<Operation> operations = api.operations();
        return Stream.concat(
                operations.stream().filter(operation -> !operation.key().equals(LOG_OUT)),
                operations.stream().filter(operation -> operation.key().equals(LOG_OUT)));
    }

    private HttpResponse<String> ask(Caller caller, Operation operation) {
        boolean bare = operation.method().equals("GET") || operation.method().equals("DELETE");
        String body = bare || !operation.contentType().contains("json") ? "" : "{}";
        return server.send(caller, new Call(operation.method(), operation.on(NOTHING), operation.contentType(), body));
    }
}
