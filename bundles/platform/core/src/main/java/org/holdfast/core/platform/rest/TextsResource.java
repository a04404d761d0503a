package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.NavigableMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The languages and texts, which the log-in page needs before anybody has logged in. */
@Path("/")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class TextsResource {
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param texts the texts
     */
    @Inject
    public TextsResource(Texts texts) {
        this.texts = texts;
    }

    /**
     * Lists the languages.
     *
     * @return the languages, by tag
     */
    @GET
    @NothingPersonal
    @Path("languages")
    @Open
    @WorksSealed
    @Operation(summary = "Lists the languages the server can speak")
    public Languages languages() {
        return new Languages(texts.languages());
    }

    /**
     * Returns the texts of a language.
     *
     * @param tag tag of the language
     * @return texts by key, with what the language lacks in English
     */
    @GET
    @NothingPersonal
    @Path("texts/{tag}")
    @Open
    @WorksSealed
    @Operation(summary = "Returns all texts of a language, what it lacks in English")
    public NavigableMap<String, String> texts(@PathParam("tag") String tag) {
        return texts.all(tag).orElseThrow(RestException::notFound);
    }

    /**
     * The languages.
     *
     * @param items by tag
     */
    @TellsNothing
    public record Languages(List<Language> items) {}
}
