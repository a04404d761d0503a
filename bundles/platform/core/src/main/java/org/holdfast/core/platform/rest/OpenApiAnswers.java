package org.holdfast.core.platform.rest;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Describes what endpoints answer: which status, which media types, and the schema of each. */
final class OpenApiAnswers {
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final JsonSchemas schemas;

    OpenApiAnswers(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Describes the answers at one address and method.
     *
     * @param endpoints the endpoints there, one for each media type
     * @return responses by status
     */
    Map<String, Object> of(List<Endpoint> endpoints) {
        Map<String, Object> responses = new TreeMap<>();
        Map<String, Map<String, Object>> contents = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            String status = status(endpoint);
            if (status.equals("204")) {
                responses.put(status, Map.of("description", "Done"));
            } else {
                contents.computeIfAbsent(status, any -> new HashMap<>())
                        .put(media(endpoint), Map.of("schema", schema(endpoint)));
            }
        }
        contents.forEach((status, content) -> responses.put(status, answer("The answer", content)));
        Map<String, Object> problem = Map.of("schema", schemas.of(Problem.class));
        responses.put("default", answer("A problem", Map.of("application/problem+json", problem)));
        return responses;
    }

    private static Map<String, Object> answer(String description, Map<String, Object> content) {
        return Map.of("description", description, "content", content);
    }

    private static String status(Endpoint endpoint) {
        Method handler = endpoint.handler();
        APIResponseSchema body = handler.getAnnotation(APIResponseSchema.class);
        APIResponse said = handler.getAnnotation(APIResponse.class);
        if (body != null) {
            return body.responseCode().isEmpty() ? "200" : body.responseCode();
        }
        if (said != null) {
            return said.responseCode();
        }
        return handler.getReturnType() == void.class && isJson(endpoint) ? "204" : "200";
    }

    private Map<String, Object> schema(Endpoint endpoint) {
        APIResponseSchema body = endpoint.handler().getAnnotation(APIResponseSchema.class);
        if (body != null) {
            return schemas.of(body.value());
        }
        Type returned = endpoint.handler().getGenericReturnType();
        return isJson(endpoint) && returned != Response.class ? schemas.of(returned) : TEXT;
    }

    private static boolean isJson(Endpoint endpoint) {
        return media(endpoint).equals(MediaType.APPLICATION_JSON);
    }

    /** Returns the type without its parameters, as answers are looked up by. */
    private static String media(Endpoint endpoint) {
        Produces own = endpoint.handler().getAnnotation(Produces.class);
        Produces all = endpoint.handler().getDeclaringClass().getAnnotation(Produces.class);
        Produces said = own == null ? all : own;
        return said == null ? MediaType.APPLICATION_JSON : said.value()[0].split(";", 2)[0];
    }
}
