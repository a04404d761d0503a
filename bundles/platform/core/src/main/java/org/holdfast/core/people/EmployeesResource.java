package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.ProfileView.Around;
import org.holdfast.core.people.ProfileView.Point;
import org.holdfast.core.people.ProfileView.SignalView;
import org.holdfast.core.people.TimelineSource.Item;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Fact;
import org.jspecify.annotations.Nullable;

/** People: lists, profiles, timelines. */
@Path("employees")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EmployeesResource {
    private static final String READ = "employees:read";

    private final SealedPeople people;
    private final PersonalSignals signals;
    private final Instance<TimelineSource> others;
    private final PeopleDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param people who works where
     * @param signals what is known about them
     * @param others what other rooms add to timelines
     * @param desk pages, rows, words and time
     * @param visibility what the caller may see
     */
    @Inject
    EmployeesResource(
            SealedPeople people,
            PersonalSignals signals,
            Instance<TimelineSource> others,
            PeopleDesk desk,
            Visibility visibility) {
        this.people = people;
        this.signals = signals;
        this.others = others;
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * Lists people, or finds those with a number.
     *
     * @param employeeNo the number; query strings are never logged
     * @param limit items per page
     * @param cursor where to begin
     * @return people the caller may see
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the employees, or finds those with a number")
    public Page<EmployeeRow> list(
            @QueryParam("employeeNo") @Nullable String employeeNo,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (employeeNo == null) {
            return search(new EmployeeSearch(null, null, null, null, limit, cursor));
        }
        visibility.requireTold(EmployeeSearch.NUMBER);
        List<EmployeeRow> found = people.subsidiaries().stream()
                .flatMap(subsidiary -> people.cardByNo(subsidiary.id(), employeeNo).stream())
                .filter(card -> maySee(card) && tells(EmployeeSearch.NUMBER, card))
                .map(this::row)
                .toList();
        return new Page<>(found, null, found.size());
    }

    /**
     * Searches people.
     *
     * @param search who is looked for
     * @return people the caller may see, by name
     */
    @POST
    @Path("search")
    @Permitted(READ)
    @Operation(summary = "Searches the employees")
    public Page<EmployeeRow> search(EmployeeSearch search) {
        Set<String> used = search.fields();
        visibility.requireTold(used);
        List<PersonCard> found = people.matching(search.query(card -> maySee(card) && tells(used, card)));
        String query = "employees " + visibility.caller().id() + ' ' + search.fingerprint();
        return desk.page(found, query, new Cursors.Asked(search.limit(), search.cursor()))
                .map(this::row);
    }

    /**
     * Returns everything about a person that the caller may see.
     *
     * @param id the person
     * @param language the reader's language
     * @return the profile
     */
    @GET
    @Path("{id}/profile")
    @Permitted(READ)
    @Operation(summary = "Returns the profile of an employee")
    public ProfileView profile(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        PersonCard card = seen(id);
        Employee person = people.employee(id).orElseThrow(RestException::notFound);
        List<Fact> facts = facts(card);
        List<SignalView> views = new ArrayList<>();
        for (PersonalSignals.Series series : signals.series(facts)) {
            views.add(view(series, language));
        }
        Map<String, String> categories =
                views.stream().collect(Collectors.toMap(SignalView::signal, SignalView::category));
        Around around = new Around(manager(card), desk.freshness(card.subsidiaryId(), categories), views);
        return ProfileView.of(row(card), person, around);
    }

    /**
     * Returns what happened to a person.
     *
     * @param id the person
     * @param language the reader's language
     * @return newest first
     */
    @GET
    @Path("{id}/timeline")
    @Permitted(READ)
    @Operation(summary = "Returns the timeline of an employee")
    public Timeline.View timeline(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        PersonCard card = seen(id);
        List<Item> items = new ArrayList<>();
        facts(card).forEach(fact -> Timeline.item(fact, signals.field(fact)).ifPresent(items::add));
        for (TimelineSource other : others) {
            items.addAll(other.of(card.subsidiaryId(), id));
        }
        items.sort(Comparator.comparing(Item::date).reversed());
        return new Timeline.View(
                id,
                items.stream()
                        .map(item -> new Timeline.Line(
                                item.date(),
                                item.kind(),
                                desk.text(language, "people.timeline." + item.kind()),
                                item.detail(),
                                item.source(),
                                item.field()))
                        .toList());
    }

    private List<Fact> facts(PersonCard card) {
        Subject person = Subject.person(card.subsidiaryId(), card.id());
        return signals.all(person, desk.today(people.subsidiary(card.subsidiaryId())));
    }

    private SignalView view(PersonalSignals.Series series, @Nullable String language) {
        List<Point> points = series.facts().stream()
                .map(fact -> new Point(
                        fact.date(),
                        Double.isNaN(fact.value()) ? null : fact.value(),
                        fact.detail().text()))
                .toList();
        return new SignalView(
                series.signal(),
                desk.text(language, "signal." + series.signal()),
                series.category(),
                series.unit(),
                points.get(points.size() - 1),
                points);
    }

    private @Nullable EmployeeRow manager(PersonCard card) {
        UUID managerId = card.managerId();
        if (managerId == null) {
            return null;
        }
        return people.card(managerId).filter(this::maySee).map(this::row).orElse(null);
    }

    private EmployeeRow row(PersonCard card) {
        return desk.shown(card, people);
    }

    private PersonCard seen(UUID id) {
        return people.card(id).filter(this::maySee).orElseThrow(RestException::notFound);
    }

    /** Whoever is looked for by what the caller is not told about them is not found. */
    private boolean tells(Set<String> used, PersonCard card) {
        return used.stream().allMatch(field -> visibility.tells(field, card.id(), card.subsidiaryId()));
    }

    private boolean maySee(PersonCard card) {
        return visibility.maySee(card.subsidiaryId(), card.id());
    }
}
