package org.holdfast.core.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.ReminderPreference;
import org.holdfast.core.access.ReminderPreferences;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.notification.NotificationPreferencesView.ChannelChoice;
import org.holdfast.core.notification.NotificationPreferencesView.Hours;
import org.holdfast.core.notification.NotificationPreferencesView.KindChoice;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.config.MailSettings.QuietHours;
import org.jspecify.annotations.Nullable;

/** How the caller is reminded. */
@Path("account/notifications")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotificationPreferencesResource {
    private static final String OWN = "session:own";

    private final ReminderPreferences preferences;
    private final Kinds kinds;
    private final Reach reach;
    private final Texts texts;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param preferences what accounts chose
     * @param kinds what there is to choose from
     * @param reach by what they can be told
     * @param texts for words
     * @param visibility who calls
     */
    @Inject
    NotificationPreferencesResource(
            ReminderPreferences preferences, Kinds kinds, Reach reach, Texts texts, Visibility visibility) {
        this.preferences = preferences;
        this.kinds = kinds;
        this.reach = reach;
        this.texts = texts;
        this.visibility = visibility;
    }

    /**
     * Returns how the caller is reminded.
     *
     * @param language the header {@code Accept-Language}
     * @return what holds, and what there is to choose from
     */
    @GET
    @Permitted(OWN)
    @Operation(summary = "Returns how the caller is reminded")
    public NotificationPreferencesView get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return view(own(), texts.negotiate(language));
    }

    /**
     * Says how the caller is reminded.
     *
     * @param language the header {@code Accept-Language}
     * @param wanted what is wanted, in place of all that was
     * @return what holds now
     */
    @PUT
    @Permitted(OWN)
    @Operation(summary = "Says how the caller is reminded")
    public NotificationPreferencesView change(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language, NotificationPreferencesChange wanted) {
        UUID account = own();
        preferences.keep(account, new PreferenceReading(ownKinds(), reach.channels()).read(wanted));
        return view(account, texts.negotiate(language));
    }

    private NotificationPreferencesView view(UUID account, String language) {
        ReminderPreference chosen = preferences.of(account);
        List<ChannelChoice> channels = reach.choices(account, language);
        return new NotificationPreferencesView(
                PreferenceReading.word(chosen.rhythm()),
                chosen.zone().map(ZoneId::getId).orElse(null),
                chosen.quiet().map(NotificationPreferencesResource::hours).orElse(null),
                hours(reach.serverQuiet()),
                channels,
                ownKinds().stream()
                        .map(kind -> choice(kind, chosen, channels, language))
                        .toList());
    }

    private KindChoice choice(
            NoticeKind kind, ReminderPreference chosen, List<ChannelChoice> channels, String language) {
        return new KindChoice(
                kind.code(),
                texts.text(language, "notification." + kind.code(), "…"),
                kind.mandatory(),
                kind.urgent(),
                channels.stream()
                        .map(ChannelChoice::code)
                        .filter(channel -> chosen.mutes(channel, kind.code()))
                        .toList());
    }

    private static Hours hours(QuietHours quiet) {
        return new Hours(quiet.from(), quiet.to());
    }

    private List<NoticeKind> ownKinds() {
        return kinds.of(visibility.caller().roles());
    }

    /** The command line and tokens have no account to remind. */
    private UUID own() {
        Caller caller = visibility.caller();
        try {
            return reach.known(UUID.fromString(caller.id()));
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }
}
