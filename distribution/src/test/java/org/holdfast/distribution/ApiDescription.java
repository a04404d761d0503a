package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI document that a running server gives out. */
final class ApiDescription {
    private final ObjectNode document;

    private ApiDescription(ObjectNode document) {
        this.document = document;
    }

    /**
     * An operation of the API.
     *
     * @param method HTTP method
     * @param path its path under the root of the API, parameters in braces
     * @param contentType type of the body it takes
     */
    record Operation(String method, String path, String contentType) {

        /** Its name in access/endpoints.csv, where names of parameters do not matter. */
        String key() {
            return method + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        /** Returns the address of a thing: its ids take their places in order, separated by blanks; the last is repeated. */
        String on(String ids) {
            String address = "/api/v1" + path;
            for (String id : ids.split(" ", -1)) {
                address = address.replaceFirst("\\{[^}]*}", id);
            }
            return address.replaceAll("\\{[^}]*}", ids.substring(ids.lastIndexOf(' ') + 1));
        }

        @Override
        public String toString() {
            return key();
        }
    }

    static ApiDescription of(DemoServer server) {
        ObjectNode document = (ObjectNode) DemoServer.read(server.anonymous("/api/v1/openapi.json"));
        // What is not described must not be sent: without this a schema lets any further field pass.
        for (JsonNode schema : document.at("/components/schemas")) {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        return new ApiDescription(document);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                contentType(operation.getValue())))));
        return operations;
    }

    private static String contentType(JsonNode operation) {
        return operation
                .at("/requestBody/content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/json");
    }

    /** The types and schemas of a good answer, as the document has them. */
    JsonNode answer(Operation operation) {
        JsonNode responses = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        return responses
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .path("content");
    }

    /** The schema of a JSON answer; empty where the answer is no JSON. */
    Optional<Schema> schema(Operation operation) {
        JsonNode content = answer(operation).path("application/json");
        if (content.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode schema = content.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        return Optional.of(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema));
    }
}
