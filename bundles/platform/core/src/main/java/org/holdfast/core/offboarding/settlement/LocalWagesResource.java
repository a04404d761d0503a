package org.holdfast.core.offboarding.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** Average wages of places, which cap severance, as their authorities made them known. HR enters them with their source. */
@Path("offboardings/local-wages")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LocalWagesResource {
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_SOURCE = 500;
    private static final int DECIMALS = 2;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    private final LocalWageTable table;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param table the wages
     * @param people knows in which countries subsidiaries are
     * @param visibility what the caller may see: of wages those of the countries of the subsidiaries
     */
    @Inject
    LocalWagesResource(LocalWageTable table, People people, Visibility visibility) {
        this.table = table;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * All wages.
     *
     * @param items by country and place, the latest of a place first
     */
    @TellsNothing
    public record LocalWagesView(List<LocalWageView> items) {

        /** Copies the items. */
        public LocalWagesView {
            items = List.copyOf(items);
        }
    }

    /**
     * The average wage of a place.
     *
     * @param id its id
     * @param country ISO 3166 code of two letters
     * @param place the place
     * @param from the first last day for which it holds
     * @param until the last one
     * @param average average wage of a month
     * @param minimum lowest lawful wage of a month, null where nobody entered it
     * @param source where it was made known
     */
    @TellsNothing
    public record LocalWageView(
            UUID id,
            String country,
            String place,
            LocalDate from,
            LocalDate until,
            BigDecimal average,
            @Nullable BigDecimal minimum,
            String source) {}

    /**
     * What somebody enters.
     *
     * @param country ISO 3166 code of two letters
     * @param place the place, at most 100 characters
     * @param from the first last day for which it holds
     * @param until the last one
     * @param average average wage of a month
     * @param minimum lowest lawful wage of a month, null where not known
     * @param source where it was made known, at most 500 characters
     */
    public record NewLocalWage(
            @Nullable String country,
            @Nullable String place,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal average,
            @Nullable BigDecimal minimum,
            @Nullable String source) {}

    /**
     * Lists wages.
     *
     * @return all of them
     */
    @GET
    @Permitted("settlements:read")
    @Operation(summary = "Lists the average wages of places")
    public LocalWagesView list() {
        return new LocalWagesView(table.all().stream()
                .filter(wage -> mine(wage.country()))
                .map(LocalWagesResource::view)
                .toList());
    }

    /**
     * Enters a wage.
     *
     * @param fresh the wage
     * @return as it was entered
     */
    @POST
    @Permitted("settlements:write")
    @Operation(summary = "Enters the average wage of a place, with its source and the last days for which it holds")
    public LocalWageView add(NewLocalWage fresh) {
        LocalWage wage = read(fresh);
        if (!mine(wage.country())) {
            throw RestException.invalid("country", "unknown");
        }
        if (!table.add(wage)) {
            throw RestException.of(
                    SettlementError.LOCAL_WAGE_OVERLAPS, "The place has an average wage for some of these days.");
        }
        return view(wage);
    }

    /**
     * Removes a wage that was entered by mistake. What was agreed on stays as it is.
     *
     * @param id the wage
     */
    @DELETE
    @Path("{id}")
    @Permitted("settlements:write")
    @Operation(summary = "Removes an average wage; settlements that were agreed on stay as they are")
    public void remove(@PathParam("id") UUID id) {
        boolean known =
                table.all().stream().filter(wage -> wage.id().equals(id)).anyMatch(wage -> mine(wage.country()));
        if (!known || !table.remove(id)) {
            throw RestException.notFound();
        }
    }

    private boolean mine(String country) {
        return people.subsidiaries().stream()
                .filter(firm -> firm.country().equals(country))
                .anyMatch(firm -> visibility.maySeeSubsidiary(firm.id()));
    }

    private static LocalWage read(NewLocalWage fresh) {
        List<FieldError> wrong = new ArrayList<>();
        String country = text("country", fresh.country(), 2, wrong);
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            wrong.add(FieldError.of("country", "form"));
        }
        String place = text("place", fresh.place(), LONGEST_PLACE, wrong);
        String source = text("source", fresh.source(), LONGEST_SOURCE, wrong);
        LocalWage.Span span = span(fresh, wrong);
        BigDecimal average = fresh.average();
        if (average == null) {
            wrong.add(FieldError.of("average", "missing"));
        } else {
            check("average", average, wrong);
        }
        if (fresh.minimum() != null) {
            check("minimum", fresh.minimum(), wrong);
        }
        if (!wrong.isEmpty() || average == null || span == null) {
            throw RestException.invalid(wrong);
        }
        return new LocalWage(UUID.randomUUID(), country, place, span, average, fresh.minimum(), source);
    }

    private static LocalWage.@Nullable Span span(NewLocalWage fresh, List<FieldError> wrong) {
        LocalDate from = fresh.from();
        LocalDate until = fresh.until();
        if (from == null) {
            wrong.add(FieldError.of("from", "missing"));
        }
        if (until == null) {
            wrong.add(FieldError.of("until", "missing"));
        }
        if (from == null || until == null) {
            return null;
        }
        if (until.isBefore(from) || from.getYear() < 1990 || until.getYear() > 2200) {
            wrong.add(FieldError.of("until", "range"));
        }
        return new LocalWage.Span(from, until);
    }

    private static void check(String field, BigDecimal amount, List<FieldError> wrong) {
        boolean fine = amount.scale() > DECIMALS && amount.stripTrailingZeros().scale() > DECIMALS;
        if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || fine) {
            wrong.add(FieldError.of(field, "range"));
        }
    }

    private static String text(String field, @Nullable String text, int longest, List<FieldError> wrong) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            wrong.add(FieldError.of(field, "missing"));
        } else if (stripped.length() > longest) {
            wrong.add(FieldError.of(field, "tooLong"));
        }
        return stripped;
    }

    private static LocalWageView view(LocalWage wage) {
        return new LocalWageView(
                wage.id(),
                wage.country(),
                wage.place(),
                wage.span().from(),
                wage.span().until(),
                wage.average(),
                wage.minimum(),
                wage.source());
    }
}
