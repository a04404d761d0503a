package org.holdfast.core.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.channel.Channels.Offered;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** How the channels of bundles go, for the system administrator. */
@Path("channels")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChannelsResource {
    private static final String MANAGE = "mail:manage";

    private final Desk desk;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Visibility visibility;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param desk the channels
     * @param outbox their messages
     * @param recipients know the own language
     * @param visibility who calls
     * @param texts for words
     */
    @Inject
    ChannelsResource(Desk desk, Outbox outbox, Recipients recipients, Visibility visibility, Texts texts) {
        this.desk = desk;
        this.outbox = outbox;
        this.recipients = recipients;
        this.visibility = visibility;
        this.texts = texts;
    }

    /**
     * The channels, and how they are used.
     *
     * @param channels those of bundles
     * @param carriers how messages go by them
     */
    record Desk(Channels channels, Carriers carriers) {}

    /**
     * Returns how the channels go.
     *
     * @param acceptLanguage the header {@code Accept-Language}
     * @return counts and the last error, no addresses
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Returns how the channels of bundles go")
    public ChannelsView status(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return new ChannelsView(
                desk.carriers.linked(),
                desk.channels.all().stream()
                        .map(offered -> view(offered, language))
                        .toList());
    }

    /**
     * Sends a test message to the caller's own address of a channel.
     *
     * @param code code of the channel
     * @param acceptLanguage the header {@code Accept-Language}
     * @return what became of it
     */
    @POST
    @Path("{code}/test")
    @Permitted(MANAGE)
    @Operation(summary = "Sends a test message to the caller's own address of a channel")
    public ChannelTestView test(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Offered offered = desk.channels.named(code).orElseThrow(RestException::notFound);
        ChannelCarrier carrier = desk.carriers
                .of(offered)
                .orElseThrow(() -> RestException.of(
                        ChannelError.CHANNEL_LINK_MISSING,
                        "Nobody has said where the console is: set holdfast.sign-on.passkey-address and restart."));
        Recipient own = own().orElseThrow(ChannelsResource::unaddressed);
        String address = carrier.address(own).orElseThrow(ChannelsResource::unaddressed);
        DeliveryStatus status = carrier.test(own.language(), address);
        boolean delivered = status.action() == DeliveryStatus.Action.DELIVERED;
        return new ChannelTestView(
                delivered, delivered ? null : reason(code, status.reason(), texts.negotiate(acceptLanguage)));
    }

    private static RestException unaddressed() {
        return RestException.of(
                ChannelError.CHANNEL_ADDRESS_MISSING, "Your account has no address for the channel: give one first.");
    }

    private ChannelStatusView view(Offered offered, String language) {
        Outbox.Figures figures = outbox.figures(offered.code());
        @Nullable String error = figures.lastError();
        return new ChannelStatusView(
                offered.code(),
                offered.name(texts, language),
                offered.bundle(),
                figures.lastDeliveredAt(),
                figures.waiting(),
                figures.givenUp(),
                error == null ? null : reason(offered.code(), error, language));
    }

    /** The bundle's own words, else the server's, else the code. */
    private String reason(String channel, String reason, String language) {
        return texts.find(language, "channel." + channel + ".reason." + reason)
                .or(() -> texts.find(language, "channel.reason." + reason))
                .orElse(reason);
    }

    private Optional<Recipient> own() {
        try {
            return recipients.find(UUID.fromString(visibility.caller().id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
