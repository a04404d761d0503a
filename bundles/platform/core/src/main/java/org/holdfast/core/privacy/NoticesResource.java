package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.Notices;
import org.holdfast.core.protection.basis.Notices.Notice;
import org.jspecify.annotations.Nullable;

/** What the people of a subsidiary have been told about the scoring, and how many have been told. */
@Path("privacy/notices/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DOCUMENT = 800;
    private static final int MOST_PEOPLE = 10_000;

    private final Notices notices;
    private final Contacts contacts;
    private final People people;
    private final Visibility visibility;
    private final AuditNotes audit;
    private final Clock clock;

    /**
     * Creates the resource.
     *
     * @param told the notices, and whom they name
     * @param people who works in a subsidiary
     * @param visibility what the caller may see
     * @param audit told whom a receipt is about
     * @param clock the time
     */
    @Inject
    NoticesResource(Telling told, People people, Visibility visibility, AuditNotes audit, Clock clock) {
        this.notices = told.notices();
        this.contacts = told.contacts();
        this.people = people;
        this.visibility = visibility;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What people are told, and by whom they can ask.
     *
     * @param notices the notices
     * @param contacts whom a notice names
     */
    record Telling(Notices notices, Contacts contacts) {}

    /**
     * A notice to publish.
     *
     * @param title its title, at most 200 characters
     * @param document where its text is kept, at most 800 characters
     * @param publishedOn first day on which it is given to people; today where left out
     * @param categories codes of the data categories it tells about
     */
    public record Wanted(
            @Nullable String title,
            @Nullable String document,
            @Nullable LocalDate publishedOn,
            @Nullable List<String> categories) {}

    /**
     * Who has been given a notice.
     *
     * @param everybody true for everybody who works in the subsidiary today
     * @param employeeIds some people, at most 10,000; left out with {@code everybody}
     * @param toldOn on which day; today where left out
     */
    public record Given(
            @Nullable Boolean everybody,
            @Nullable List<UUID> employeeIds,
            @Nullable LocalDate toldOn) {}

    /**
     * A notice.
     *
     * @param id its id
     * @param title its title
     * @param document where its text is kept
     * @param publishedOn first day on which it was given to people
     * @param categories codes of the data categories it tells about
     * @param told how many people have been given it
     * @param contact whom it names to be asked, one line each
     */
    @TellsNothing
    public record NoticeView(
            UUID id,
            String title,
            String document,
            LocalDate publishedOn,
            List<String> categories,
            int told,
            String contact) {

        /** Copies the categories. */
        public NoticeView {
            categories = List.copyOf(categories);
        }
    }

    /**
     * Notices.
     *
     * @param items newest first
     * @param employed how many people work in the subsidiary
     */
    @TellsNothing
    public record NoticeList(List<NoticeView> items, int employed) {

        /** Copies the items. */
        public NoticeList {
            items = List.copyOf(items);
        }
    }

    /**
     * How many people were told.
     *
     * @param told how many who had not been told before
     */
    @TellsNothing
    public record Told(int told) {}

    /**
     * Lists the notices of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Lists what the people of a subsidiary have been told about the scoring")
    public NoticeList list(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        return new NoticeList(
                notices.of(subsidiaryId).stream().map(this::view).toList(),
                employed(subsidiaryId).size());
    }

    /**
     * Publishes a notice. It stays as it is, with whom it names; nobody has been told of it yet.
     *
     * @param subsidiaryId the subsidiary
     * @param wanted the notice
     * @return the notice
     */
    @POST
    @Permitted("privacy:manage")
    @Operation(summary = "Publishes a notice to the people of a subsidiary")
    public NoticeView publish(@PathParam("subsidiaryId") UUID subsidiaryId, Wanted wanted) {
        visibility.requireSubsidiary(subsidiaryId);
        Subsidiary subsidiary = people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
        LocalDate today = LocalDate.ofInstant(clock.instant(), subsidiary.timezone());
        Notice notice = new Notice(
                UUID.randomUUID(),
                subsidiaryId,
                text("title", wanted.title(), LONGEST_TITLE),
                text("document", wanted.document(), LONGEST_DOCUMENT),
                wanted.publishedOn() == null ? today : wanted.publishedOn(),
                categories(wanted.categories()),
                contact(subsidiaryId));
        notices.publish(notice);
        return view(notice);
    }

    /**
     * Notes who has been given a notice. From then on they may be scored from data it tells about.
     *
     * @param subsidiaryId the subsidiary
     * @param noticeId the notice
     * @param given to whom
     * @return how many had not been told before
     */
    @POST
    @Path("{noticeId}/receipts")
    @Permitted("privacy:manage")
    @Operation(summary = "Notes who has been given a notice")
    public Told give(@PathParam("subsidiaryId") UUID subsidiaryId, @PathParam("noticeId") UUID noticeId, Given given) {
        visibility.requireSubsidiary(subsidiaryId);
        Subsidiary subsidiary = people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
        Notice notice = notices.find(noticeId)
                .filter(found -> found.subsidiaryId().equals(subsidiaryId))
                .orElseThrow(RestException::notFound);
        LocalDate today = LocalDate.ofInstant(clock.instant(), subsidiary.timezone());
        LocalDate day = given.toldOn() == null ? today : given.toldOn();
        if (day.isAfter(today)) {
            throw RestException.invalid("toldOn", "future");
        }
        if (day.isBefore(notice.publishedOn())) {
            throw RestException.invalid("toldOn", "beforePublished");
        }
        return new Told(notices.give(notice, whom(subsidiaryId, given), day));
    }

    /** A notice that names nobody to ask is none (PIPL Art. 17(1)(1), GDPR Art. 13(1)(a) and (b)). */
    private String contact(UUID subsidiaryId) {
        return contacts.of(subsidiaryId)
                .map(Contact::lines)
                .orElseThrow(() -> RestException.of(
                        PrivacyError.NO_CONTACT, "Neither the subsidiary nor the group names whom people can ask."));
    }

    private List<UUID> whom(UUID subsidiaryId, Given given) {
        if (Boolean.TRUE.equals(given.everybody())) {
            return employed(subsidiaryId);
        }
        List<UUID> some = given.employeeIds();
        if (some == null || some.isEmpty()) {
            throw RestException.invalid("employeeIds", "missing");
        }
        if (some.size() > MOST_PEOPLE) {
            throw RestException.invalid("employeeIds", "tooMany");
        }
        if (!Set.copyOf(people.ids(subsidiaryId)).containsAll(some)) {
            throw RestException.invalid("employeeIds", "unknown");
        }
        audit.told(some);
        return some;
    }

    private List<UUID> employed(UUID subsidiaryId) {
        return people.ids(subsidiaryId).stream()
                .filter(id -> people.card(id)
                        .filter(card -> !card.status().code().equals("left"))
                        .isPresent())
                .toList();
    }

    private NoticeView view(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.title(),
                notice.document(),
                notice.publishedOn(),
                notice.categories().stream().map(DataCategory::code).sorted().toList(),
                notices.given(notice),
                notice.contact());
    }

    static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw RestException.invalid(field, "missing");
        }
        if (text.length() > longest) {
            throw RestException.invalid(field, "tooLong");
        }
        return text.strip();
    }

    static Set<DataCategory> categories(@Nullable List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            throw RestException.invalid("categories", "missing");
        }
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (String code : codes) {
            categories.add(DataCategory.ofCode(code).orElseThrow(() -> RestException.invalid("categories", "unknown")));
        }
        return categories;
    }
}
