package org.holdfast.core.platform.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/**
 * Describes endpoints as an OpenAPI 3.1 document, from nothing but the resource classes, so that it cannot lag behind
 * them.
 *
 * <p>A method that returns a {@code Response} names its body with {@code @APIResponseSchema}; {@code @Operation} gives
 * the summary.
 */
final class OpenApiDocument {
    private static final Map<String, Object> BINARY = Map.of("type", "string", "format", "binary");

    private final JsonSchemas schemas = new JsonSchemas();

    Map<String, Object> describe(List<Endpoint> endpoints, String version) {
        Map<String, Map<String, List<Endpoint>>> addresses = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            addresses
                    .computeIfAbsent(endpoint.path(), any -> new TreeMap<>())
                    .computeIfAbsent(endpoint.method().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(endpoint);
        }
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        addresses.forEach((path, methods) -> methods.forEach((method, same) ->
                paths.computeIfAbsent(path, any -> new TreeMap<>()).put(method, operation(same))));
        schemas.of(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Holdfast", "version", version));
        document.put("servers", List.of(Map.of("url", RestApplication.ROOT)));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.components(), "securitySchemes", schemes()));
        return document;
    }

    private static Map<String, Object> schemes() {
        return Map.of(
                "session", Map.of("type", "apiKey", "in", "cookie", "name", "holdfast_session"),
                "token", Map.of("type", "http", "scheme", "bearer"));
    }

    /** Endpoints at the same address differ in the media type of their answers alone: one operation describes them. */
    private Map<String, Object> operation(List<Endpoint> same) {
        Endpoint endpoint = same.get(0);
        Map<String, Object> operation = new LinkedHashMap<>();
        Class<?> resource = endpoint.handler().getDeclaringClass();
        String tag = resource.getSimpleName().replaceFirst("Resource$", "");
        operation.put("operationId", tag + "." + endpoint.handler().getName());
        operation.put("tags", List.of(tag));
        Operation said = endpoint.handler().getAnnotation(Operation.class);
        if (said != null) {
            operation.put("summary", said.summary());
        }
        endpoint.permitted().ifPresent(permitted -> operation.put("x-permissions", List.of(permitted.value())));
        operation.put("x-works-sealed", endpoint.worksSealed());
        operation.put(
                "security",
                endpoint.open() ? List.of() : List.of(Map.of("session", List.of()), Map.of("token", List.of())));
        operation.put("parameters", parameters(endpoint));
        body(endpoint, operation);
        operation.put("responses", new OpenApiAnswers(schemas).of(same));
        return operation;
    }

    private List<Map<String, Object>> parameters(Endpoint endpoint) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : endpoint.handler().getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (path != null) {
                parameters.add(parameter(parameter, path.value(), "path"));
            } else if (query != null) {
                parameters.add(parameter(parameter, query.value(), "query"));
            } else if (header != null) {
                parameters.add(parameter(parameter, header.value(), "header"));
            }
        }
        return parameters;
    }

    private Map<String, Object> parameter(Parameter parameter, String name, String in) {
        Map<String, Object> schema = new TreeMap<>(schemas.of(parameter.getParameterizedType()));
        DefaultValue byDefault = parameter.getAnnotation(DefaultValue.class);
        if (byDefault != null) {
            schema.put("default", byDefault.value());
        }
        return Map.of("name", name, "in", in, "required", in.equals("path"), "schema", schema);
    }

    private void body(Endpoint endpoint, Map<String, Object> operation) {
        Map<String, Object> parts = new TreeMap<>();
        for (Parameter parameter : endpoint.handler().getParameters()) {
            FormParam part = parameter.getAnnotation(FormParam.class);
            if (part != null) {
                parts.put(part.value(), part(parameter));
            } else if (isParts(parameter)) {
                parts.put("file", BINARY);
            } else if (isBody(parameter)) {
                operation.put("requestBody", content(consumes(endpoint), schemas.of(parameter.getParameterizedType())));
            }
        }
        RequestBodySchema said = endpoint.handler().getAnnotation(RequestBodySchema.class);
        if (said != null) {
            operation.put("requestBody", content(consumes(endpoint), schemas.of(said.value())));
        } else if (!parts.isEmpty()) {
            operation.put("requestBody", content(consumes(endpoint), Map.of("type", "object", "properties", parts)));
        }
    }

    private Map<String, Object> part(Parameter parameter) {
        boolean file = parameter.getType().getSimpleName().matches("EntityPart|InputStream|Part");
        return file ? BINARY : schemas.of(parameter.getParameterizedType());
    }

    private static boolean isParts(Parameter parameter) {
        return parameter.getParameterizedType().getTypeName().contains(EntityPart.class.getName());
    }

    private static Map<String, Object> content(String media, Map<String, Object> schema) {
        return Map.of("required", true, "content", Map.of(media, Map.of("schema", schema)));
    }

    private static String consumes(Endpoint endpoint) {
        Consumes own = endpoint.handler().getAnnotation(Consumes.class);
        Consumes all = endpoint.handler().getDeclaringClass().getAnnotation(Consumes.class);
        Consumes said = own == null ? all : own;
        return said == null ? MediaType.APPLICATION_JSON : said.value()[0];
    }

    private static boolean isBody(Parameter parameter) {
        return !parameter.isAnnotationPresent(PathParam.class)
                && !parameter.isAnnotationPresent(QueryParam.class)
                && !parameter.isAnnotationPresent(HeaderParam.class)
                && !parameter.isAnnotationPresent(CookieParam.class)
                && !parameter.isAnnotationPresent(Context.class);
    }
}
