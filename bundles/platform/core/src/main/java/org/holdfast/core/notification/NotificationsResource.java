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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** What the caller is reminded of. */
@Path("notifications")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotificationsResource {
    private static final String OWN = "session:own";

    private final Notifications notifications;
    private final People people;
    private final Texts texts;
    private final Visibility visibility;
    private final Bell bell;

    /**
     * Creates the resource.
     *
     * @param notifications what stands
     * @param bell what of it is shown
     * @param people the subsidiaries
     * @param texts for words
     * @param visibility who calls
     */
    @Inject
    NotificationsResource(Notifications notifications, Bell bell, People people, Texts texts, Visibility visibility) {
        this.notifications = notifications;
        this.people = people;
        this.texts = texts;
        this.visibility = visibility;
        this.bell = bell;
    }

    /**
     * Returns what the caller is reminded of.
     *
     * @param language the header {@code Accept-Language}
     * @return the latest first; nothing for a machine
     */
    @GET
    @Permitted(OWN)
    @NothingPersonal
    @Operation(summary = "Returns what the caller is reminded of")
    public NotificationsView list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        String tag = texts.negotiate(language);
        List<Notification> standing = account() == null ? List.of() : bell.of(account());
        int unread = (int) standing.stream().filter(one -> !one.read()).count();
        return new NotificationsView(
                unread, standing.stream().map(one -> view(one, tag)).toList());
    }

    /**
     * Notes that a reminder was read. No mail tells of it any more.
     *
     * @param id the reminder
     */
    @POST
    @Path("{id}/read")
    @Permitted(OWN)
    @Operation(summary = "Marks a reminder as read")
    public void read(@PathParam("id") String id) {
        @Nullable UUID reminder = id(id);
        @Nullable UUID account = account();
        if (reminder == null || account == null || !notifications.read(account, reminder)) {
            throw RestException.notFound();
        }
    }

    /** Notes that all were read. */
    @POST
    @Path("read")
    @Permitted(OWN)
    @Operation(summary = "Marks all reminders of the caller as read")
    public void readAll() {
        @Nullable UUID account = account();
        if (account != null) {
            notifications.readAll(account);
        }
    }

    private NotificationView view(Notification one, String language) {
        String firm = people.subsidiary(one.notice().subsidiaryId())
                .map(Subsidiary::name)
                .orElse("");
        return new NotificationView(
                one.id(),
                one.notice().kind(),
                texts.text(language, "notification." + one.notice().kind(), firm),
                bell.place(one.notice().kind()),
                one.notice().subsidiaryId(),
                one.urgent(),
                one.createdAt(),
                one.read());
    }

    /** Null for the command line, which has no account. */
    private @Nullable UUID account() {
        return id(visibility.caller().id());
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
