package org.holdfast.core.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.MaxBody;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.signals.SignalsArrived;
import org.jspecify.annotations.Nullable;

/** Signals that are sent one by one; whom they are about is scored again at once. */
@Path("signals")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SignalsResource {
    private final SignalItems items;
    private final Rooms rooms;
    private final Texts texts;
    private final Visibility visibility;
    private final Event<SignalsArrived> arrivals;

    /**
     * Creates the resource.
     *
     * @param items takes signals
     * @param rooms knows subsidiaries
     * @param texts messages
     * @param visibility what the caller may do
     * @param arrivals told when signals are stored
     */
    @Inject
    SignalsResource(
            SignalItems items, Rooms rooms, Texts texts, Visibility visibility, Event<SignalsArrived> arrivals) {
        this.items = items;
        this.rooms = rooms;
        this.texts = texts;
        this.visibility = visibility;
        this.arrivals = arrivals;
    }

    /**
     * What is sent.
     *
     * @param items signals, at most 10,000
     */
    public record Batch(@Nullable List<SignalItems.Item> items) {}

    /**
     * The answer.
     *
     * @param accepted how many were taken
     * @param rejected the others
     */
    @TellsNothing
    public record Answer(int accepted, List<RejectedView> rejected) {}

    /**
     * An item that was not taken.
     *
     * @param index its place, from 0
     * @param code what is wrong
     * @param message the same in the reader's language, with the column
     */
    public record RejectedView(int index, String code, String message) {}

    /**
     * Takes signals.
     *
     * @param batch the signals
     * @param language the reader's language
     * @return how many were taken, and why the others were not
     */
    @POST
    @Permitted("signals:write")
    @Operation(summary = "Takes signals")
    public Answer post(
            @MaxBody(MaxBody.HIGHEST_BYTES) Batch batch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        List<SignalItems.Item> sent = batch.items();
        if (sent == null) {
            throw RestException.invalid("items", "missing");
        }
        if (sent.size() > SignalItems.MOST) {
            throw RestException.invalid("items", "tooMany");
        }
        Set<UUID> allowed = rooms.people().subsidiaries().stream()
                .map(subsidiary -> subsidiary.id())
                .filter(visibility::maySeeSubsidiary)
                .collect(Collectors.toSet());
        SignalItems.Outcome outcome = items.take(sent, allowed);
        outcome.arrived().forEach(arrivals::fire);
        String tag = texts.negotiate(language);
        return new Answer(
                outcome.accepted(),
                outcome.rejected().stream()
                        .map(rejected -> new RejectedView(
                                rejected.index(),
                                rejected.problem().code(),
                                rejected.problem().column() + ": "
                                        + texts.text(
                                                tag,
                                                "intake.problem."
                                                        + rejected.problem().code())))
                        .toList());
    }
}
