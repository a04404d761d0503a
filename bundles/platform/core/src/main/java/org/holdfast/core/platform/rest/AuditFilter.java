package org.holdfast.core.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each call into the audit log, but for those that {@link NothingPersonal} or {@link Anonymous} marks. An answer leaves only when its
 * entry is on the disk, and a change begins only when the log has taken that it begins: what cannot be audited does not
 * happen.
 */
@Provider
@Dependent
@Priority(AuditFilter.INNERMOST)
public final class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Comes last to requests, which are let through by then, and first to answers, which may still become a refusal. */
    static final int INNERMOST = Priorities.USER + 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final String BEGUN = "begun";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern RANDOM_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String EMPLOYEES = "/employees/{id}";

    private final AuditLog log;
    private final AuditNotes notes;

    @Context
    private @Nullable ResourceInfo resource;

    /**
     * Creates the filter.
     *
     * @param notes what the address does not tell
     */
    @Inject
    public AuditFilter(AuditNotes notes) {
        this(RestBeans.host().audit(), notes);
    }

    /**
     * Creates the filter of a log.
     *
     * @param log the log
     * @param notes what the address does not tell
     */
    public AuditFilter(AuditLog log, AuditNotes notes) {
        this.log = log;
        this.notes = notes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = method();
        if (method == null || !audited(method) || !changes(request, method)) {
            return;
        }
        try {
            log.append(event(request, method, BEGUN, Map.of()));
        } catch (AuditFailure e) {
            LOG.error("A change was refused because it cannot be audited", e);
            request.abortWith(Failures.of(RestError.AUDIT_UNAVAILABLE, 503));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method method = method();
        if (method == null || !audited(method)) {
            return;
        }
        int status = response.getStatus();
        try {
            log.append(event(request, method, outcome(status), Map.of("status", String.valueOf(status))));
        } catch (AuditFailure e) {
            LOG.error("An answer was held back because it cannot be audited", e);
            Response refusal = Failures.of(RestError.AUDIT_UNAVAILABLE, 503);
            response.setStatusInfo(refusal.getStatusInfo());
            response.setEntity(
                    refusal.getEntity(), new java.lang.annotation.Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private @Nullable Method method() {
        return resource == null ? null : resource.getResourceMethod();
    }

    private static boolean audited(Method method) {
        return !method.isAnnotationPresent(NothingPersonal.class) && !method.isAnnotationPresent(Anonymous.class);
    }

    /** A search is sent by POST and changes nothing: its permission says so. */
    private static boolean changes(ContainerRequestContext request, Method method) {
        Permitted permitted = method.getAnnotation(Permitted.class);
        boolean reads = permitted != null && Arrays.stream(permitted.value()).allMatch(name -> name.contains(":read"));
        return !READS.contains(request.getMethod()) && !reads;
    }

    private static String outcome(int status) {
        if (status < 400) {
            return AuditEvent.DONE;
        }
        return status == 401 || status == 403 || status == 404 ? AuditEvent.DENIED : AuditEvent.FAILED;
    }

    private AuditEvent event(ContainerRequestContext request, Method method, String outcome, Map<String, String> more) {
        String path = Endpoint.address(method.getDeclaringClass(), method);
        Map<String, String> details = new HashMap<>(notes.details());
        details.putAll(more);
        List<String> persons = new ArrayList<>(notes.persons());
        request.getUriInfo()
                .getPathParameters()
                .forEach((name, values) -> values.stream()
                        // Anything else in an address may be what somebody typed.
                        .filter(value -> RANDOM_ID.matcher(value).matches())
                        .forEach(value -> {
                            details.put(name, value);
                            if (path.startsWith(EMPLOYEES) && name.equals("id") && !persons.contains(value)) {
                                persons.add(value);
                            }
                        }));
        String action = request.getMethod() + ' ' + path;
        return new AuditEvent(action, notes.actor(), new About(null, persons, null), outcome, details);
    }
}
