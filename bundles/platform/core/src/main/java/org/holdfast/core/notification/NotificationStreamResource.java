package org.holdfast.core.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.SessionWatch;
import org.holdfast.core.access.SessionWatch.Watched;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Tells the caller's bell live, by server-sent events. */
@Path("notifications/stream")
@Dependent
public final class NotificationStreamResource {
    private final LiveBells bells;
    private final SessionWatch sessions;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param bells those that are told live
     * @param sessions knows the caller's
     * @param visibility who calls
     */
    @Inject
    NotificationStreamResource(LiveBells bells, SessionWatch sessions, Visibility visibility) {
        this.bells = bells;
        this.sessions = sessions;
        this.visibility = visibility;
    }

    /**
     * Opens a stream, which ends with the caller's session. Its events are named {@code bell} and hold counts alone; the bell is
     * read by {@code GET /notifications} then.
     *
     * @param sink the stream
     * @param sse makes events
     * @param lastSeen the header {@code Last-Event-ID}
     * @param cookie the session
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Permitted("session:own")
    @Operation(summary = "Tells live how many reminders the caller has")
    public void open(
            @Context SseEventSink sink,
            @Context Sse sse,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastSeen,
            @CookieParam(SessionWatch.COOKIE) @Nullable String cookie) {
        Watched session = sessions.of(visibility.caller(), cookie).orElseThrow(RestException::notFound);
        bells.open(session, lastSeen, new EventLine(sink, sse));
    }

    /** A line of server-sent events. */
    private record EventLine(SseEventSink sink, Sse sse) implements LiveBells.Line {
        private static final int MILLIS_TO_RECONNECT = 5_000;

        @Override
        public boolean closed() {
            return sink.isClosed();
        }

        @Override
        public void send(BellState state) {
            write(sse.newEventBuilder()
                    .name("bell")
                    .id(state.id())
                    .reconnectDelay(MILLIS_TO_RECONNECT)
                    .data(String.class, state.data())
                    .build());
        }

        @Override
        public void beat() {
            write(sse.newEventBuilder().comment("beat").build());
        }

        /** Whoever is gone is found at the next look: there is nobody left to tell. */
        private void write(OutboundSseEvent event) {
            if (!sink.isClosed()) {
                sink.send(event);
            }
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
