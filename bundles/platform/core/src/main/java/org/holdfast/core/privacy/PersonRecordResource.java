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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/** Everything that is held about a person, for the person (PIPL Art. 45, GDPR Art. 15 and 20). */
@Path("privacy/people/{employeeId}/record")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class PersonRecordResource {
    private final RecordBook book;
    private final PersonDesk desk;
    private final Texts texts;
    private final Papers papers;

    /**
     * Creates the resource.
     *
     * @param book puts records together
     * @param desk who asks, about whom
     * @param texts negotiates the language
     * @param papers prints records
     */
    @Inject
    PersonRecordResource(RecordBook book, PersonDesk desk, Texts texts, Papers papers) {
        this.book = book;
        this.desk = desk;
        this.texts = texts;
        this.papers = papers;
    }

    /**
     * Everything that is held about a person.
     *
     * @param employeeId random id of the person
     * @param madeAt when it was put together
     * @param sections one for each kind of record, by code
     */
    @NeverStored
    public record PersonRecordView(
            @Whom UUID employeeId,
            @TellsNothing OffsetDateTime madeAt,
            @Told("record") List<SectionView> sections) {

        /** Copies the sections. */
        public PersonRecordView {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A kind of record.
     *
     * @param section code of the section
     * @param items what is held, oldest first: names of fields with their values, which are texts, numbers and truth values
     */
    public record SectionView(String section, List<Map<String, Object>> items) {

        /** Copies the items. */
        public SectionView {
            items = List.copyOf(items);
        }
    }

    /**
     * Puts together everything that is held about a person.
     *
     * @param employeeId the person
     * @param acceptLanguage the reader's languages
     * @return all sections
     */
    @GET
    @Permitted("privacy:sign")
    @Operation(summary = "Returns everything that is held about a person, and who saw it")
    public PersonRecordView record(
            @PathParam("employeeId") UUID employeeId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return book.of(desk.card(employeeId), texts.negotiate(acceptLanguage));
    }

    /**
     * Prints everything that is held about a person.
     *
     * @param employeeId the person
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("paper")
    @Produces(Papers.PDF)
    @Permitted("privacy:sign")
    @Operation(summary = "Prints everything that is held about a person as a PDF file")
    public byte[] paper(
            @PathParam("employeeId") UUID employeeId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return papers.print(book.of(desk.card(employeeId), language), new PersonRecordPaper(), language);
    }
}
