package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final List<Class<?>> resources = ScannedResources.all();
    private final JsonNode document =
            Json.mapper().valueToTree(new OpenApiResource(new ResourceClasses(resources)).describe());

    @Test
    void everyEndpointIsDescribed() {
        assertThat(Endpoint.of(resources)).isNotEmpty().allSatisfy(endpoint -> {
            JsonNode operation = document.path("paths")
                    .path(endpoint.path())
                    .path(endpoint.method().toLowerCase(Locale.ROOT));
            assertThat(operation.path("operationId").asText())
                    .as(endpoint.path())
                    .isNotEmpty();
            assertThat(operation.path("responses").has("default")).isTrue();
        });
    }

    @Test
    void everyReferenceLeadsToASchema() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void pageOfUsersIsDescribedWithItsFields() {
        JsonNode schema = document.at("/components/schemas/PageOfUserView/properties");

        assertThat(schema.at("/items/items/$ref").asText()).isEqualTo("#/components/schemas/UserView");
        assertThat(schema.at("/next/anyOf/1/type").asText()).isEqualTo("null");
        assertThat(document.at("/components/schemas/UserView/properties/employeeId/anyOf/0/format")
                        .asText())
                .isEqualTo("uuid");
        assertThat(document.at("/paths/~1users~1{id}/put/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/UserChange");
    }

    @Test
    void everyReadingSaysInWhichMediaTypesItAnswers() {
        assertThat(Endpoint.of(resources))
                .filteredOn(endpoint -> endpoint.method().equals("GET"))
                .allSatisfy(endpoint -> assertThat(content(endpoint.path()).isEmpty())
                        .as(endpoint.path())
                        .isFalse());
        assertThat(content("/jobs/{id}").has("application/json")).isTrue();
        assertThat(content("/jobs/{id}").has("text/event-stream")).isTrue();
        assertThat(content("/imports/{id}/errors.csv").has("text/csv")).isTrue();
    }

    @Test
    void answerOfSeveralShapesNamesThemAll() {
        assertThat(content("/employees/{id}/risk").findValuesAsText("$ref"))
                .containsExactlyInAnyOrder("#/components/schemas/RiskView", "#/components/schemas/ManagerView");
    }

    private JsonNode content(String path) {
        return document.path("paths").path(path).at("/get/responses/200/content");
    }
}
