package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.Context;
import org.glassfish.hk2.api.ServiceHandle;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** Runs resources and providers in Jersey without a server, with the providers every call passes. */
public final class MemoryServer {
    private final ApplicationHandler handler;
    private final Map<String, String> headers = new HashMap<>();
    private String address = "198.51.100.7";
    private boolean certified;

    /** Creates a server of resources and providers, given as instances. */
    public MemoryServer(Texts texts, Object... components) {
        this(new TellAll(), texts, components);
    }

    /** Creates a server whose answers tell what the caller is told. */
    public MemoryServer(FieldSight told, Texts texts, Object... components) {
        ResourceConfig config = new ResourceConfig();
        config.addProperties(new RestApplication().getProperties());
        config.registerInstances(
                new JsonBody(told),
                new HoldfastProblems(),
                new WebProblems(),
                new UnexpectedProblems(),
                new ProblemFilter(texts));
        config.registerInstances(components);
        config.register(new DependentScope());
        handler = new ApplicationHandler(config);
    }

    /** Sends a header with all calls from now on; null stops it. */
    public MemoryServer with(String header, @Nullable String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    /** Calls from another address from now on. */
    public MemoryServer from(String other) {
        address = other;
        return this;
    }

    /** Calls over connections with a client certificate, or without, from now on. */
    public MemoryServer certified(boolean shown) {
        certified = shown;
        return this;
    }

    /** Calls an endpoint; the body is JSON, empty for none. */
    public Reply call(String method, String path, String body) {
        URI base = URI.create("https://localhost/api/v1/");
        MapPropertiesDelegate properties = new MapPropertiesDelegate(new HashMap<>());
        properties.setProperty(FrontDoor.ADDRESS, address);
        properties.setProperty(FrontDoor.ENCRYPTED, true);
        properties.setProperty(FrontDoor.CERTIFIED, certified);
        ContainerRequest request =
                new ContainerRequest(base, base.resolve(path), method, new Nobody(), properties, null);
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, out).get();
            Map<String, List<String>> answered = new HashMap<>(response.getStringHeaders());
            return new Reply(response.getStatus(), out, answered);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    public record Reply(int status, ByteArrayOutputStream sent, Map<String, List<String>> headers) {

        /** Returns the body as text. */
        public String body() {
            return sent.toString(StandardCharsets.UTF_8);
        }

        /** Returns the body. */
        public byte[] bytes() {
            return sent.toByteArray();
        }

        /** Returns a header's values joined, empty for none. */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** Returns what stands in the body under a key, read as a plain JSON text. */
        public String text(String key) {
            try {
                return Json.mapper()
                        .readTree(body())
                        .at("/" + key.replace('.', '/'))
                        .asText();
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(body(), e);
            }
        }
    }

    /** Stands in for CDI: gives Jersey's own container the scope that the resources carry for the real one. */
    private static final class DependentScope extends AbstractBinder {
        @Override
        protected void configure() {
            bind(new Dependents()).to(new TypeLiteral<Context<Dependent>>() {});
        }
    }

    @Singleton
    private static final class Dependents implements Context<Dependent> {
        @Override
        public Class<? extends Annotation> getScope() {
            return Dependent.class;
        }

        @Override
        public <U> U findOrCreate(ActiveDescriptor<U> descriptor, ServiceHandle<?> root) {
            return descriptor.create(root);
        }

        @Override
        public boolean containsKey(ActiveDescriptor<?> descriptor) {
            return false;
        }

        @Override
        public void destroyOne(ActiveDescriptor<?> descriptor) {}

        @Override
        public boolean supportsNullCreation() {
            return false;
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void shutdown() {}
    }

    private static final class Nobody implements SecurityContext {
        @Override
        public java.security.@Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
