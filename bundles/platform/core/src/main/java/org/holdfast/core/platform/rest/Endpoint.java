package org.holdfast.core.platform.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint of the API: a method of a resource class.
 *
 * @param method the HTTP method
 * @param path address under the API's root, with a leading slash and its parameters in braces
 * @param handler the Java method
 */
public record Endpoint(String method, String path, Method handler) {

    /**
     * Lists the endpoints of resource classes.
     *
     * @param resources classes with {@code @Path}
     * @return endpoints, by path and method
     */
    public static List<Endpoint> of(Collection<Class<?>> resources) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Class<?> resource : resources) {
            for (Method handler : resource.getMethods()) {
                verb(handler).ifPresent(verb -> endpoints.add(new Endpoint(verb, address(resource, handler), handler)));
            }
        }
        endpoints.sort(
                Comparator.comparing((Endpoint endpoint) -> endpoint.path).thenComparing(endpoint -> endpoint.method));
        return endpoints;
    }

    /**
     * Returns what the caller needs.
     *
     * @return the annotation, or empty where the endpoint is open or nothing was said
     */
    public Optional<Permitted> permitted() {
        return Optional.ofNullable(handler.getAnnotation(Permitted.class));
    }

    /**
     * Returns whether the endpoint answers without a session.
     *
     * @return whether it carries {@link Open}
     */
    public boolean open() {
        return handler.isAnnotationPresent(Open.class);
    }

    /**
     * Returns whether the endpoint works while the key ring is not open.
     *
     * @return whether it carries {@link WorksSealed}
     */
    public boolean worksSealed() {
        return handler.isAnnotationPresent(WorksSealed.class);
    }

    private static Optional<String> verb(Method handler) {
        return Arrays.stream(handler.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    static String address(Class<?> resource, Method handler) {
        Path outer = resource.getAnnotation(Path.class);
        Path inner = handler.getAnnotation(Path.class);
        String joined = "/" + (outer == null ? "" : outer.value()) + "/" + (inner == null ? "" : inner.value());
        String plain = joined.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
