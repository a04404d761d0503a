package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.RuleBooks;
import org.jspecify.annotations.Nullable;

/** Which rule book a subsidiary follows, and what it says. */
@Path("privacy/jurisdictions/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class JurisdictionResource {
    private final RuleBooks books;
    private final Visibility visibility;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param books the rule books
     * @param visibility what the caller may see
     * @param texts names of rule books
     */
    @Inject
    JurisdictionResource(RuleBooks books, Visibility visibility, Texts texts) {
        this.books = books;
        this.visibility = visibility;
        this.texts = texts;
    }

    /**
     * The rule book a subsidiary names.
     *
     * @param code code of one of its choices
     */
    public record Wanted(@Nullable String code) {}

    /**
     * What a subsidiary follows.
     *
     * @param code code of its rule book, null where it follows none: then nothing about its people may be used
     * @param named whether it has named it itself; false where its country decides
     * @param choices the rule books it can name
     */
    @TellsNothing
    public record JurisdictionView(@Nullable String code, boolean named, List<RuleBookView> choices) {

        /** Copies the choices. */
        public JurisdictionView {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A rule book.
     *
     * @param code its code
     * @param name its name
     * @param version its version
     * @param bases on which bases data may be used
     * @param retention for how long records are kept
     * @param responseTimes times to answer requests
     * @param automatedDecisions what people can do about being scored, null where the rule book says nothing and the strictest holds
     */
    public record RuleBookView(
            String code,
            String name,
            String version,
            List<BasisRuleView> bases,
            List<RetentionView> retention,
            List<ResponseTimeView> responseTimes,
            @Nullable AutomatedDecisionsView automatedDecisions) {

        /** Copies the lists. */
        public RuleBookView {
            bases = List.copyOf(bases);
            retention = List.copyOf(retention);
            responseTimes = List.copyOf(responseTimes);
        }
    }

    /**
     * What people can do about being scored.
     *
     * @param suspending which requests suspend the scoring of whoever files them until they are answered
     * @param exceptions codes of the grounds on which a refusal of automated decisions can be declined; empty where it cannot
     * @param law which articles, for people to read
     */
    public record AutomatedDecisionsView(List<String> suspending, List<String> exceptions, String law) {

        /** Copies the lists. */
        public AutomatedDecisionsView {
            suspending = List.copyOf(suspending);
            exceptions = List.copyOf(exceptions);
        }

        private static AutomatedDecisionsView of(AutomatedDecisionRules rules) {
            return new AutomatedDecisionsView(
                    rules.suspending().stream().map(Words::of).sorted().toList(), rules.exceptions(), rules.law());
        }
    }

    /**
     * Bases that hold for a category and a purpose.
     *
     * @param purpose code of the purpose
     * @param category code of the data category
     * @param kinds codes of the bases
     * @param proposed the proposed one
     */
    public record BasisRuleView(String purpose, String category, List<String> kinds, String proposed) {

        /** Copies the kinds. */
        public BasisRuleView {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A retention period.
     *
     * @param record what is kept
     * @param months for how many months
     * @param from what they count from
     */
    public record RetentionView(String record, int months, String from) {}

    /**
     * A time to answer.
     *
     * @param request what is asked for
     * @param within how many units
     * @param unit the unit
     * @param extension by how many units it can be extended
     */
    public record ResponseTimeView(String request, int within, String unit, int extension) {}

    /**
     * Shows which rule book a subsidiary follows.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return the rule book and the choices
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Shows which privacy rule book a subsidiary follows, and which it can name")
    public JurisdictionView show(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        visibility.requireSubsidiary(subsidiaryId);
        String language = texts.negotiate(acceptLanguage);
        return new JurisdictionView(
                books.of(subsidiaryId).map(RuleBook::code).orElse(null),
                books.named(subsidiaryId),
                books.enabled(subsidiaryId).stream()
                        .map(book -> view(book, language))
                        .toList());
    }

    /**
     * Names the rule book a subsidiary follows from now on.
     *
     * @param subsidiaryId the subsidiary
     * @param wanted the rule book
     * @param acceptLanguage the reader's languages
     * @return the rule book and the choices
     */
    @PUT
    @Permitted("privacy:manage")
    @Operation(summary = "Names the privacy rule book a subsidiary follows from now on")
    public JurisdictionView name(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            Wanted wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        visibility.requireSubsidiary(subsidiaryId);
        Optional<RuleBook> known = books.enabled(subsidiaryId).stream()
                .filter(book -> book.code().equals(wanted.code()))
                .findFirst();
        if (known.isEmpty()) {
            throw RestException.invalid("code", wanted.code() == null ? "missing" : "unknown");
        }
        books.name(subsidiaryId, known.get().code());
        return show(subsidiaryId, acceptLanguage);
    }

    private RuleBookView view(RuleBook book, String language) {
        return new RuleBookView(
                book.code(),
                texts.find(language, "jurisdiction." + book.code()).orElse(book.code()),
                book.version(),
                book.bases().stream()
                        .map(rule -> new BasisRuleView(
                                rule.purpose().code(),
                                rule.category().code(),
                                rule.kinds().stream()
                                        .map(BasisKind::code)
                                        .sorted()
                                        .toList(),
                                rule.proposed().code()))
                        .toList(),
                book.retention().stream()
                        .map(rule -> new RetentionView(Words.of(rule.record()), rule.months(), Words.of(rule.from())))
                        .toList(),
                book.responseTimes().stream()
                        .map(time -> new ResponseTimeView(
                                Words.of(time.request()), time.within(), Words.of(time.unit()), time.extension()))
                        .toList(),
                book.automatedDecisions().map(AutomatedDecisionsView::of).orElse(null));
    }
}
