package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.LawfulBases;
import org.holdfast.core.protection.basis.LawfulBasis;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.signals.SignalCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The record of processing activities of a subsidiary (GDPR Art. 30(1), PIPL Art. 56), from what is installed and on file at
 * the moment: nobody has to keep it, and it cannot be out of date.
 */
@Path("privacy/processing-record/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class ProcessingRecordResource {
    private final Sources sources;
    private final Visibility visibility;
    private final Texts texts;
    private final Printing printing;

    /**
     * Creates the resource.
     *
     * @param sources what is installed and on file
     * @param visibility what the caller may see
     * @param texts names of signals
     * @param printing prints the record
     */
    @Inject
    ProcessingRecordResource(Sources sources, Visibility visibility, Texts texts, Printing printing) {
        this.sources = sources;
        this.visibility = visibility;
        this.texts = texts;
        this.printing = printing;
    }

    /** Prints records with the day they are of. For one call. */
    @Dependent
    static class Printing {
        private final Papers papers;
        private final Clock clock;

        @Inject
        Printing(Papers papers, Clock clock) {
            this.papers = papers;
            this.clock = clock;
        }

        byte[] print(RecordView view, String language) {
            return papers.print(view, new ProcessingRecordPaper(clock.instant().atOffset(ZoneOffset.UTC)), language);
        }
    }

    /**
     * What is installed and on file.
     *
     * @param people the subsidiaries and their people
     * @param catalog the signals
     * @param bases the lawful bases, and whom people ask
     * @param books the rule books
     * @param scope what scoring reads, and what does it
     */
    record Sources(People people, SignalCatalog catalog, OnFile bases, RuleBooks books, ProcessingScope scope) {}

    /**
     * What is on file.
     *
     * @param all the lawful bases
     * @param contacts whom people ask
     */
    record OnFile(LawfulBases all, Contacts contacts) {}

    /**
     * The record.
     *
     * @param controller name of the subsidiary
     * @param contact whom its people ask about their data (GDPR Art. 30(1)(a)), null where nobody is named
     * @param country its country
     * @param jurisdiction code of its rule book, null where it follows none
     * @param dataSubjects how many people it holds data about
     * @param models which models score them
     * @param activities what is done with which data
     * @param retention for how long records are kept
     */
    @TellsNothing
    public record RecordView(
            String controller,
            @Nullable ContactView contact,
            String country,
            @Nullable String jurisdiction,
            int dataSubjects,
            List<String> models,
            List<ActivityView> activities,
            List<JurisdictionResource.RetentionView> retention) {

        /** Copies the lists. */
        public RecordView {
            models = List.copyOf(models);
            activities = List.copyOf(activities);
            retention = List.copyOf(retention);
        }
    }

    /**
     * What is done with the data of one category for one purpose.
     *
     * @param purpose code of the purpose
     * @param category code of the data category
     * @param basis code of the lawful basis on file, null where there is none: then the data is withheld
     * @param accepted whether the rule book accepts that basis
     * @param from first day on which it holds
     * @param to last day, null for no end
     * @param signals names of the signals of the category
     */
    public record ActivityView(
            String purpose,
            String category,
            @Nullable String basis,
            boolean accepted,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> signals) {

        /** Copies the signals. */
        public ActivityView {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Writes the record of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return the record as of now
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Writes the record of processing activities from what is installed and on file")
    public RecordView show(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        visibility.requireSubsidiary(subsidiaryId);
        Subsidiary subsidiary = sources.people().subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
        Optional<RuleBook> book = sources.books().of(subsidiaryId);
        String language = texts.negotiate(acceptLanguage);
        return new RecordView(
                subsidiary.name(),
                sources.bases().contacts().of(subsidiaryId).map(ContactView::of).orElse(null),
                subsidiary.country(),
                book.map(RuleBook::code).orElse(null),
                sources.people().ids(subsidiaryId).size(),
                sources.scope().of(subsidiaryId).models().stream().sorted().toList(),
                activities(subsidiaryId, book, language),
                book.map(RuleBook::retention).orElse(List.of()).stream()
                        .map(ProcessingRecordResource::view)
                        .toList());
    }

    /**
     * Prints the record of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("paper")
    @Produces(Papers.PDF)
    @Permitted("privacy:read")
    @Operation(summary = "Prints the record of processing activities as a PDF file")
    public byte[] paper(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return printing.print(show(subsidiaryId, acceptLanguage), texts.negotiate(acceptLanguage));
    }

    private List<ActivityView> activities(UUID subsidiaryId, Optional<RuleBook> book, String language) {
        Set<DataCategory> read = sources.scope().of(subsidiaryId).categories();
        List<LawfulBasis> onFile = sources.bases().all().of(subsidiaryId);
        List<ActivityView> activities = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            for (DataCategory category : DataCategory.values()) {
                List<LawfulBasis> bases = onFile.stream()
                        .filter(basis -> basis.purpose() == purpose && basis.category() == category)
                        .toList();
                List<String> signals = signals(category, purpose, language);
                if (bases.isEmpty() && purpose == Purpose.RETENTION && read.contains(category)) {
                    activities.add(new ActivityView(purpose.code(), category.code(), null, false, null, null, signals));
                }
                for (LawfulBasis basis : bases) {
                    boolean accepted = book.isPresent() && RuleBooks.accepts(book.get(), basis);
                    activities.add(new ActivityView(
                            purpose.code(),
                            category.code(),
                            basis.kind().code(),
                            accepted,
                            basis.validity().from(),
                            basis.validity().to(),
                            signals));
                }
            }
        }
        return activities;
    }

    private List<String> signals(DataCategory category, Purpose purpose, String language) {
        return sources.catalog().entries().stream()
                .map(SignalCatalog.Entry::definition)
                .filter(signal ->
                        signal.category() == category && signal.purposes().contains(purpose))
                .map(signal -> texts.find(language, "signal." + signal.code()).orElse(signal.code()))
                .sorted()
                .toList();
    }

    private static JurisdictionResource.RetentionView view(RetentionRule rule) {
        return new JurisdictionResource.RetentionView(Words.of(rule.record()), rule.months(), Words.of(rule.from()));
    }
}
