package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.privacy.PersonRecordResource.PersonRecordView;
import org.jspecify.annotations.Nullable;

/** Everything that is held about whoever asks (PIPL Art. 45, GDPR Art. 15 and 20). */
@Path("privacy/own/record")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OwnRecordResource {
    private final RecordBook book;
    private final PersonDesk desk;
    private final Texts texts;
    private final Papers papers;

    /**
     * Creates the resource.
     *
     * @param book puts records together
     * @param desk who asks
     * @param texts negotiates the language
     * @param papers prints records
     */
    @Inject
    OwnRecordResource(RecordBook book, PersonDesk desk, Texts texts, Papers papers) {
        this.book = book;
        this.desk = desk;
        this.texts = texts;
        this.papers = papers;
    }

    /**
     * Puts together everything that is held about the caller.
     *
     * @param acceptLanguage the reader's languages
     * @return all sections
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Returns everything that is held about the caller, and who saw it")
    public PersonRecordView record(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return book.of(desk.self(), texts.negotiate(acceptLanguage));
    }

    /**
     * Prints everything that is held about the caller.
     *
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("paper")
    @Produces(Papers.PDF)
    @Permitted("own:read")
    @Operation(summary = "Prints everything that is held about the caller as a PDF file")
    public byte[] paper(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return papers.print(book.of(desk.self(), language), new PersonRecordPaper(), language);
    }
}
