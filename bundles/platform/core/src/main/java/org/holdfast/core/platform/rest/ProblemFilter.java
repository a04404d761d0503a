package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.launcher.text.Placeholders;

/** Puts a failure into the language of {@code Accept-Language}. */
@Provider
@Dependent
public final class ProblemFilter implements ContainerResponseFilter {
    /** Media type of a problem. */
    static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private static final Annotation[] NONE = {};

    private final Texts texts;

    /**
     * Creates the filter.
     *
     * @param texts where titles and details come from
     */
    @Inject
    public ProblemFilter(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Failure failure) {
            String language = texts.negotiate(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            response.setEntity(problem(failure, language), NONE, PROBLEM);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        }
    }

    private Problem problem(Failure failure, String language) {
        String code = failure.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = texts.find(language, "problem." + code + ".title")
                .or(() -> texts.find(language, "problem.status." + failure.status()))
                .orElse(code);
        // A failure of ours says in English what happened; a text, where there is one, says it in the caller's
        // language.
        String english = failure.detail().english();
        String detail = failure.detail()
                .sentence()
                .map(sentence -> texts.text(language, sentence))
                .or(() -> Optional.of(english).filter(any -> language.equals(Texts.FALLBACK) && !any.isEmpty()))
                .or(() -> texts.find(language, "problem." + code + ".detail"))
                .orElse(english);
        List<FieldError> errors =
                failure.errors().stream().map(error -> spoken(error, language)).toList();
        return new Problem(
                "/problems/" + code, title, failure.status(), detail, "urn:uuid:" + failure.reference(), errors);
    }

    private FieldError spoken(FieldError error, String language) {
        String key = "field." + error.code() + (error.message().isEmpty() ? "" : ".given");
        Optional<String> text = texts.find(language, key);
        return new FieldError(
                error.field(),
                error.code(),
                text.map(found -> Placeholders.fill(found, error.message())).orElse(error.code()));
    }
}
