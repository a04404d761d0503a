package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.jurisdiction.AssessmentRules.Question;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.Assessment;
import org.jspecify.annotations.Nullable;

/** Impact assessments: without a signed one that holds, nobody of a subsidiary is scored. */
@Path("privacy/assessments/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssessmentsResource {
    private static final int LONGEST_ANSWER = 10_000;

    private final AssessmentDesk desk;
    private final Visibility visibility;
    private final Texts texts;
    private final Papers papers;

    /**
     * Creates the resource.
     *
     * @param desk opens, fills and signs assessments
     * @param visibility what the caller may see
     * @param texts the questions
     * @param papers prints assessments
     */
    @Inject
    AssessmentsResource(AssessmentDesk desk, Visibility visibility, Texts texts, Papers papers) {
        this.desk = desk;
        this.visibility = visibility;
        this.texts = texts;
        this.papers = papers;
    }

    /**
     * Answers to keep.
     *
     * @param categories codes of the data categories the assessment covers, of those that are read
     * @param answers answers by code of the question; {@code yes} confirms
     */
    public record Answers(
            @Nullable List<String> categories, @Nullable Map<String, String> answers) {}

    /**
     * A question with its answer.
     *
     * @param code its code
     * @param kind {@code text}, {@code confirmation} or {@code document}
     * @param text the question
     * @param hint what to think of
     * @param answer the answer, empty where there is none yet
     */
    public record QuestionView(String code, String kind, String text, String hint, String answer) {}

    /**
     * An impact assessment.
     *
     * @param id its id
     * @param version 1 for the subsidiary's first
     * @param state {@code draft}, {@code signed} while scoring rests on it, {@code replaced} or {@code expired}
     * @param book the rule book that asks
     * @param bookVersion its version
     * @param categories codes of the data categories it covers
     * @param read codes of the data categories that would be read now
     * @param models the models it is about
     * @param questions the questions
     * @param openedAt when it was begun
     * @param signedAt when it was signed, null for a draft
     * @param signedBy the account that signed, null for a draft
     * @param signedByName name of who signed, null for a draft and where the account is gone
     * @param validTo last day on which it holds, null for a draft
     */
    @TellsNothing
    public record AssessmentView(
            UUID id,
            int version,
            String state,
            String book,
            String bookVersion,
            List<String> categories,
            List<String> read,
            List<String> models,
            List<QuestionView> questions,
            Instant openedAt,
            @Nullable Instant signedAt,
            @Nullable UUID signedBy,
            @Nullable String signedByName,
            @Nullable LocalDate validTo) {

        /** Copies the lists. */
        public AssessmentView {
            categories = List.copyOf(categories);
            read = List.copyOf(read);
            models = List.copyOf(models);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Assessments.
     *
     * @param items newest first
     */
    @TellsNothing
    public record AssessmentList(List<AssessmentView> items) {

        /** Copies the items. */
        public AssessmentList {
            items = List.copyOf(items);
        }
    }

    /**
     * Lists the assessments of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return newest first
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Lists the impact assessments of a subsidiary")
    public AssessmentList list(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        visibility.requireSubsidiary(subsidiaryId);
        String language = texts.negotiate(acceptLanguage);
        List<Assessment> all = desk.all().of(subsidiaryId);
        return new AssessmentList(
                all.stream().map(assessment -> view(assessment, all, language)).toList());
    }

    /**
     * Opens a draft, filled with what was answered last time and what is installed.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return the draft
     */
    @POST
    @Permitted("privacy:manage")
    @Operation(summary = "Opens the draft of an impact assessment")
    public AssessmentView open(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        visibility.requireSubsidiary(subsidiaryId);
        String language = texts.negotiate(acceptLanguage);
        return view(desk.open(subsidiaryId, texts, language), List.of(), language);
    }

    /**
     * Keeps what was answered so far.
     *
     * @param subsidiaryId the subsidiary
     * @param id the draft
     * @param wanted the answers
     * @param acceptLanguage the reader's languages
     * @return the draft
     */
    @PUT
    @Path("{id}")
    @Permitted("privacy:manage")
    @Operation(summary = "Keeps the answers of a draft")
    public AssessmentView answer(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @PathParam("id") UUID id,
            Answers wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Assessment draft = find(subsidiaryId, id);
        Set<DataCategory> categories = NoticesResource.categories(wanted.categories());
        if (!desk.installed(subsidiaryId).categories().containsAll(categories)) {
            throw RestException.invalid("categories", "unknown");
        }
        Assessment kept = desk.all()
                .answer(draft, categories, answers(subsidiaryId, wanted.answers()))
                .orElseThrow(AssessmentsResource::signed);
        return view(kept, List.of(), texts.negotiate(acceptLanguage));
    }

    /**
     * Signs a draft. From then on it stays as it is, and the scoring of the subsidiary may rest on it.
     *
     * @param subsidiaryId the subsidiary
     * @param id the draft
     * @param acceptLanguage the reader's languages
     * @return the signed assessment
     */
    @POST
    @Path("{id}/signature")
    @Permitted("privacy:sign")
    @Operation(summary = "Signs an impact assessment, on which scoring may rest from then on")
    public AssessmentView sign(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Assessment draft = find(subsidiaryId, id);
        if (draft.signature() != null) {
            throw signed();
        }
        LocalDate validTo = desk.requireComplete(draft);
        if (!desk.all().sign(draft, UUID.fromString(visibility.caller().id()), validTo)) {
            throw signed();
        }
        List<Assessment> all = desk.all().of(subsidiaryId);
        return view(find(subsidiaryId, id), all, texts.negotiate(acceptLanguage));
    }

    /**
     * Prints an assessment, signed or not.
     *
     * @param subsidiaryId the subsidiary
     * @param id the assessment
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("{id}/paper")
    @Produces(Papers.PDF)
    @Permitted("privacy:read")
    @Operation(summary = "Prints an impact assessment as a PDF file")
    public byte[] paper(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Assessment assessment = find(subsidiaryId, id);
        String language = texts.negotiate(acceptLanguage);
        AssessmentView view = view(assessment, desk.all().of(subsidiaryId), language);
        return papers.print(view, new AssessmentPaper(desk.name(subsidiaryId)), language);
    }

    private Assessment find(UUID subsidiaryId, UUID id) {
        visibility.requireSubsidiary(subsidiaryId);
        return desk.all()
                .find(id)
                .filter(found -> found.subsidiaryId().equals(subsidiaryId))
                .orElseThrow(RestException::notFound);
    }

    private static RestException signed() {
        return RestException.of(PrivacyError.ASSESSMENT_SIGNED, "The assessment is signed: it stays as it is.");
    }

    private Map<String, String> answers(UUID subsidiaryId, @Nullable Map<String, String> given) {
        Map<String, String> answers = new HashMap<>();
        if (given == null) {
            throw RestException.invalid("answers", "missing");
        }
        List<String> known = desk.book(subsidiaryId).assessment().questions().stream()
                .map(Question::code)
                .toList();
        given.forEach((code, answer) -> {
            if (!known.contains(code)) {
                throw RestException.invalid("answers", "unknown");
            }
            if (answer.length() > LONGEST_ANSWER) {
                throw RestException.invalid("answers." + code, "tooLong");
            }
            answers.put(code, answer.strip());
        });
        return answers;
    }

    private AssessmentView view(Assessment assessment, List<Assessment> all, String language) {
        String[] asked = assessment.book().split("@", 2);
        Assessment.Signature signature = assessment.signature();
        return new AssessmentView(
                assessment.id(),
                assessment.version(),
                state(assessment, all),
                asked[0],
                asked[1],
                codes(assessment.scope().categories()),
                codes(desk.installed(assessment.subsidiaryId()).categories()),
                assessment.scope().models().stream().sorted().toList(),
                desk.questions(assessment).stream()
                        .map(question -> view(question, asked[0], assessment, language))
                        .toList(),
                assessment.openedAt(),
                signature == null ? null : signature.at(),
                signature == null ? null : signature.by(),
                signature == null ? null : desk.signer(signature).orElse(null),
                signature == null ? null : signature.validTo());
    }

    private QuestionView view(Question question, String book, Assessment assessment, String language) {
        String key = "assessment." + book + "." + question.code();
        return new QuestionView(
                question.code(),
                Words.of(question.kind()),
                texts.find(language, key).orElse(question.code()),
                texts.find(language, key + ".hint").orElse(""),
                assessment.answers().getOrDefault(question.code(), ""));
    }

    private String state(Assessment assessment, List<Assessment> all) {
        Assessment.Signature signature = assessment.signature();
        if (signature == null) {
            return "draft";
        }
        boolean replaced = all.stream()
                .map(Assessment::signature)
                .anyMatch(other -> other != null && other.at().isAfter(signature.at()));
        if (replaced) {
            return "replaced";
        }
        return assessment.holds(desk.today(assessment.subsidiaryId())) ? "signed" : "expired";
    }

    private static List<String> codes(Set<DataCategory> categories) {
        return categories.stream().map(DataCategory::code).sorted().toList();
    }
}
