package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.jspecify.annotations.Nullable;

/** Whom people ask about their data, in each subsidiary and in the group (PIPL Art. 52 and 53, GDPR Art. 27 and 37(7)). */
@Path("privacy/contacts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactsResource {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 100;
    private static final int LONGEST_ADDRESS = 400;

    private final Contacts contacts;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param contacts whom people ask
     * @param visibility what the caller may see
     */
    @Inject
    ContactsResource(Contacts contacts, Visibility visibility) {
        this.contacts = contacts;
        this.visibility = visibility;
    }

    /**
     * Whom people ask from now on.
     *
     * @param name a name or a function, at most 200 characters
     * @param email mail address, at most 200 characters; needed where there is no phone number
     * @param phone phone number, at most 100 characters; needed where there is no mail address
     * @param address postal address, at most 400 characters
     * @param representative name and address of the representative in the Union, or in China, at most 400 characters
     */
    public record Wanted(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String representative) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "contact";
        }
    }

    /**
     * Whom people ask.
     *
     * @param own what the subsidiary, or the group, has said itself; null where it has said nothing
     * @param holds whom people ask now: its own contact, else the group's; null where there is neither
     */
    @TellsNothing
    public record ContactsView(
            @Nullable ContactView own, @Nullable ContactView holds) {}

    /**
     * Shows whom people ask where their subsidiary has said nothing.
     *
     * @return the group's contact
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Shows whom people of the group ask about their data")
    public ContactsView group() {
        return view(Contacts.GROUP);
    }

    /**
     * Says whom people ask where their subsidiary has said nothing.
     *
     * @param wanted whom
     * @return the group's contact
     */
    @PUT
    @Permitted("privacy:sign")
    @Operation(summary = "Says whom people of the group ask about their data")
    public ContactsView keepGroup(Wanted wanted) {
        // Whoever is in charge of some subsidiaries does not speak for the others.
        if (!visibility.caller().subsidiaryIds().isEmpty()) {
            throw RestException.notFound();
        }
        contacts.keep(Contacts.GROUP, contact(wanted), caller());
        return view(Contacts.GROUP);
    }

    /**
     * Shows whom the people of a subsidiary ask.
     *
     * @param subsidiaryId the subsidiary
     * @return its own contact and the one that holds
     */
    @GET
    @Path("{subsidiaryId}")
    @Permitted("privacy:read")
    @Operation(summary = "Shows whom people of a subsidiary ask about their data")
    public ContactsView show(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        return view(subsidiaryId);
    }

    /**
     * Says whom the people of a subsidiary ask. Notices that were published keep the one they name.
     *
     * @param subsidiaryId the subsidiary
     * @param wanted whom
     * @return its own contact and the one that holds
     */
    @PUT
    @Path("{subsidiaryId}")
    @Permitted("privacy:sign")
    @Operation(summary = "Says whom people of a subsidiary ask about their data")
    public ContactsView keep(@PathParam("subsidiaryId") UUID subsidiaryId, Wanted wanted) {
        visibility.requireSubsidiary(subsidiaryId);
        contacts.keep(subsidiaryId, contact(wanted), caller());
        return view(subsidiaryId);
    }

    /**
     * Removes a subsidiary's own contact, so that the group's holds again.
     *
     * @param subsidiaryId the subsidiary
     * @return the one that holds now
     */
    @DELETE
    @Path("{subsidiaryId}")
    @Permitted("privacy:sign")
    @Operation(summary = "Removes a subsidiary's own contact, so that the group's holds again")
    public ContactsView remove(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        contacts.remove(subsidiaryId);
        return view(subsidiaryId);
    }

    private ContactsView view(UUID ownerId) {
        return new ContactsView(
                contacts.own(ownerId).map(ContactView::of).orElse(null),
                contacts.of(ownerId).map(ContactView::of).orElse(null));
    }

    private UUID caller() {
        return UUID.fromString(visibility.caller().id());
    }

    private static Contact contact(Wanted wanted) {
        String email = text("email", wanted.email(), LONGEST_NAME);
        String phone = text("phone", wanted.phone(), LONGEST_PHONE);
        if (email.isEmpty() && phone.isEmpty()) {
            throw RestException.invalid("email", "missing");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw RestException.invalid("email", "form");
        }
        return new Contact(
                NoticesResource.text("name", wanted.name(), LONGEST_NAME),
                email,
                phone,
                NoticesResource.text("address", wanted.address(), LONGEST_ADDRESS),
                text("representative", wanted.representative(), LONGEST_ADDRESS));
    }

    private static String text(String field, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > longest) {
            throw RestException.invalid(field, "tooLong");
        }
        return stripped;
    }
}
