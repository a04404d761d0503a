package org.holdfast.core.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.MailSettings;
import org.jspecify.annotations.Nullable;

/** How the server's mail goes, for the system administrator. */
@Path("mail")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MailResource {
    private static final String MANAGE = "mail:manage";

    private final Outbox outbox;
    private final Way way;
    private final Recipients recipients;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param outbox the mails
     * @param way out of the house
     * @param recipients know the own address
     * @param visibility who calls
     */
    @Inject
    MailResource(Outbox outbox, Way way, Recipients recipients, Visibility visibility) {
        this.outbox = outbox;
        this.way = way;
        this.recipients = recipients;
        this.visibility = visibility;
    }

    /**
     * Returns how the mail goes.
     *
     * @return counts and the last error, no addresses but the server's own
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Returns how the server's mail goes")
    public MailStatusView status() {
        Outbox.Figures figures = outbox.figures(Channels.MAIL);
        Optional<MailSettings> settings = way.room().map(MailRoom::settings);
        return new MailStatusView(
                settings.isPresent(),
                settings.map(known -> known.server().host()).orElse(null),
                settings.map(MailSettings::from).orElse(null),
                figures.lastDeliveredAt(),
                figures.waiting(),
                figures.givenUp(),
                type(figures.lastError()));
    }

    private static @Nullable String type(@Nullable String error) {
        // Those of before channels are kept as names.
        return error == null ? null : error.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Sends a test mail to the caller's own address, and says what is to be done where it is not taken. */
    @POST
    @Path("test")
    @Permitted(MANAGE)
    @Operation(summary = "Sends a test mail to the caller's own address")
    public void test() {
        MailRoom room = way.room()
                .orElseThrow(() -> RestException.of(
                        MailError.MAIL_OFF, "No mail server is named: set holdfast.mail.host and restart."));
        Recipient own = own().filter(known -> known.address() != null)
                .orElseThrow(() -> RestException.of(
                        MailError.MAIL_ADDRESS_MISSING, "Your account has no address: give one first."));
        room.test(own.language(), String.valueOf(own.address())).ifPresent(error -> {
            throw RestException.of(error, "The mail server did not take the test mail.");
        });
    }

    private Optional<Recipient> own() {
        try {
            return recipients.find(UUID.fromString(visibility.caller().id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The way out of the house.
     *
     * @param room where letters are sent; empty where no mail server is named, or its settings cannot be used
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Way(Optional<MailRoom> room) {}
}
