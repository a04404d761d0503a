package org.holdfast.core.platform.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;

/** How jobs stand, once or as events until they end. */
@Path("jobs")
@Dependent
public class JobsResource {
    private static final String READ = "jobs:read";
    private static final int SECONDS_BETWEEN_EVENTS = 1;

    private final Instance<JobSource> sources;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    /**
     * Creates the resource.
     *
     * @param sources what knows jobs
     */
    @Inject
    public JobsResource(Instance<JobSource> sources) {
        this.sources = sources;
    }

    /**
     * Tells how a job stands.
     *
     * @param id the job
     * @return the job
     */
    @GET
    @NothingPersonal
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Permitted(READ)
    @Operation(summary = "Tells how a job stands")
    public JobView one(@PathParam("id") UUID id) {
        return find(id).orElseThrow(RestException::notFound);
    }

    /**
     * Tells how a job stands each second until it ends.
     *
     * @param id the job
     * @param sink where events go
     * @param sse makes events
     */
    @GET
    @NothingPersonal
    @Path("{id}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Permitted(READ)
    @Operation(summary = "Tells how a job stands each second until it ends")
    public void events(@PathParam("id") UUID id, @Context SseEventSink sink, @Context Sse sse) {
        JobView first = find(id).orElseThrow(RestException::notFound);
        send(first, sink, sse);
    }

    private void send(JobView view, SseEventSink sink, Sse sse) {
        if (sink.isClosed()) {
            return;
        }
        String data = Json.mapper().valueToTree(view).toString();
        sink.send(sse.newEvent("job", data));
        if (view.endedAt() != null) {
            sink.close();
            return;
        }
        ScheduledFuture<?> unused = timer.schedule(
                () -> find(view.id()).ifPresent(next -> send(next, sink, sse)),
                SECONDS_BETWEEN_EVENTS,
                TimeUnit.SECONDS);
    }

    private Optional<JobView> find(UUID id) {
        for (JobSource source : sources) {
            Optional<JobView> found = source.job(id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
