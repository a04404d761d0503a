package org.holdfast.core.signals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.WorksSealed;
import org.jspecify.annotations.Nullable;

/** Which signals there are, and how fresh they are. */
@Path("signals")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {
    private final SignalCatalog catalog;
    private final SignalStore store;
    private final Texts texts;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param catalog the signals there are
     * @param store knows how fresh they are
     * @param texts names of signals
     * @param visibility what the caller may see
     */
    @Inject
    CatalogResource(SignalCatalog catalog, SignalStore store, Texts texts, Visibility visibility) {
        this.catalog = catalog;
        this.store = store;
        this.texts = texts;
        this.visibility = visibility;
    }

    /**
     * The catalogue.
     *
     * @param items the signals
     */
    @TellsNothing
    public record CatalogView(List<SignalView> items) {}

    /**
     * A signal.
     *
     * @param code its code
     * @param name its name in the reader's language
     * @param unit what its values count
     * @param category its data category
     * @param purposes what it may be used for
     * @param kind how its values are read
     * @param bundle where it comes from
     */
    public record SignalView(
            String code,
            String name,
            String unit,
            String category,
            List<String> purposes,
            String kind,
            String bundle) {}

    /**
     * How fresh sources are.
     *
     * @param items one for each signal and source
     */
    public record FreshnessView(List<Fresh> items) {}

    /**
     * How fresh a source is.
     *
     * @param subsidiaryId the subsidiary
     * @param signal code of the signal
     * @param category its data category, not written
     * @param source the source
     * @param latestDate last day with a fact
     * @param latestKnownAt when the newest fact was known
     * @param rows how many facts arrived
     */
    public record Fresh(
            @Where UUID subsidiaryId,
            String signal,
            @ToldAs(shown = false) String category,
            String source,
            LocalDate latestDate,
            OffsetDateTime latestKnownAt,
            long rows) {}

    /**
     * Lists the signals.
     *
     * @param language the reader's language
     * @return the core's first
     */
    @GET
    @NothingPersonal
    @Path("catalog")
    @Permitted("group:read")
    @WorksSealed
    @Operation(summary = "Lists the signals")
    public CatalogView catalog(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        String tag = texts.negotiate(language);
        return new CatalogView(
                catalog.entries().stream().map(entry -> view(entry, tag)).toList());
    }

    /**
     * Tells how fresh the sources of a subsidiary are.
     *
     * @param subsidiaryId the subsidiary
     * @return one item for each signal and source
     */
    @GET
    @NothingPersonal
    @Path("freshness")
    @Permitted("employees:read")
    @Operation(summary = "Tells how fresh each source is")
    public FreshnessView freshness(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        if (!visibility.maySeeSubsidiary(subsidiaryId)) {
            throw RestException.notFound();
        }
        return new FreshnessView(store.freshness(subsidiaryId).stream()
                .map(fresh -> new Fresh(
                        subsidiaryId,
                        fresh.signal(),
                        category(fresh.signal()),
                        fresh.source(),
                        fresh.latestDate(),
                        fresh.latestKnownAt().atOffset(ZoneOffset.UTC),
                        fresh.rows()))
                .toList());
    }

    private String category(String signal) {
        return catalog.find(signal)
                .map(SignalDefinition::category)
                .orElseGet(() -> FactCodes.category(signal))
                .code();
    }

    private SignalView view(SignalCatalog.Entry entry, String tag) {
        SignalDefinition definition = entry.definition();
        return new SignalView(
                definition.code(),
                texts.text(tag, "signal." + definition.code()),
                definition.unit(),
                definition.category().code(),
                definition.purposes().stream().map(Purpose::code).sorted().toList(),
                definition.kind().name().toLowerCase(Locale.ROOT),
                entry.bundle());
    }
}
