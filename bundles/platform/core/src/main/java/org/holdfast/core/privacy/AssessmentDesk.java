package org.holdfast.core.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.jurisdiction.AssessmentRules.Question;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.Assessment;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.holdfast.core.protection.basis.RuleBooks;

/** Opens, fills and signs impact assessments. Safe for use from many threads. */
final class AssessmentDesk {
    static final String CONFIRMED = "yes";

    private final Assessments assessments;
    private final RuleBooks books;
    private final ProcessingScope scope;
    private final Who who;
    private final Clock clock;

    AssessmentDesk(Assessments assessments, RuleBooks books, ProcessingScope scope, Who who, Clock clock) {
        this.assessments = assessments;
        this.books = books;
        this.scope = scope;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Who is assessed, and who assesses.
     *
     * @param people the subsidiaries and their people
     * @param officers names of those who sign
     */
    record Who(People people, AccountNames officers) {}

    Assessments all() {
        return assessments;
    }

    /** Returns what is asked now; what was answered stays readable where the rule book is gone. */
    List<Question> questions(Assessment assessment) {
        String code = assessment.book().split("@", 2)[0];
        return books.enabled(assessment.subsidiaryId()).stream()
                .filter(book -> book.code().equals(code))
                .findFirst()
                .map(book -> book.assessment().questions())
                .orElseGet(() -> assessment.answers().keySet().stream()
                        .sorted()
                        .map(answered -> new Question(answered, Question.Kind.TEXT))
                        .toList());
    }

    RuleBook book(UUID subsidiaryId) {
        return books.of(subsidiaryId)
                .orElseThrow(() -> RestException.of(
                        PrivacyError.NO_RULE_BOOK, "The subsidiary follows no rule book that is installed."));
    }

    Scope installed(UUID subsidiaryId) {
        return scope.of(subsidiaryId);
    }

    LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(clock.instant(), subsidiary(subsidiaryId).timezone());
    }

    String name(UUID subsidiaryId) {
        return subsidiary(subsidiaryId).name();
    }

    /** Returns the name of who signed; empty where the account is gone. */
    Optional<String> signer(Assessment.Signature signature) {
        return who.officers().of(signature.by());
    }

    private Subsidiary subsidiary(UUID subsidiaryId) {
        return who.people().subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
    }

    /** Opens a draft with what was answered last time, else with what is proposed in the reader's language. */
    Assessment open(UUID subsidiaryId, Texts texts, String language) {
        RuleBook book = book(subsidiaryId);
        Scope now = scope.of(subsidiaryId);
        Optional<Assessment> last = assessments.of(subsidiaryId).stream()
                .filter(assessment -> assessment.signature() != null)
                .findFirst();
        Set<DataCategory> covered = EnumSet.noneOf(DataCategory.class);
        covered.addAll(now.categories());
        covered.removeAll(book.assessment().offByDefault());
        last.ifPresent(signed -> signed.scope().categories().stream()
                .filter(now.categories()::contains)
                .forEach(covered::add));
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : book.assessment().questions()) {
            String before =
                    last.map(signed -> signed.answers().get(question.code())).orElse("");
            String proposal = "assessment." + book.code() + "." + question.code() + ".proposal";
            if (question.kind() == Question.Kind.CONFIRMATION) {
                // What is confirmed is confirmed each time.
                continue;
            }
            if (!before.isEmpty()) {
                answers.put(question.code(), before);
            } else if (texts.find(language, proposal).isPresent()) {
                answers.put(question.code(), texts.text(language, proposal, facts(subsidiaryId, now, texts, language)));
            }
        }
        return assessments.open(
                subsidiaryId, book.code() + "@" + book.version(), new Scope(covered, now.models()), answers);
    }

    /** Refuses what cannot be signed, with what is missing. */
    LocalDate requireComplete(Assessment draft) {
        RuleBook book = book(draft.subsidiaryId());
        boolean current = draft.book().equals(book.code() + "@" + book.version())
                && draft.scope().models().equals(scope.of(draft.subsidiaryId()).models());
        if (!current) {
            throw RestException.of(
                    PrivacyError.ASSESSMENT_OUTDATED, "Something was installed or changed since the draft was opened.");
        }
        for (Question question : book.assessment().questions()) {
            String answer = draft.answers().getOrDefault(question.code(), "");
            boolean enough =
                    question.kind() == Question.Kind.CONFIRMATION ? answer.equals(CONFIRMED) : !answer.isBlank();
            if (!enough) {
                throw RestException.of(
                        PrivacyError.ASSESSMENT_INCOMPLETE, "The question " + question.code() + " is not answered.");
            }
        }
        return today(draft.subsidiaryId()).plusMonths(book.assessment().validMonths());
    }

    private Object[] facts(UUID subsidiaryId, Scope now, Texts texts, String language) {
        String categories = now.categories().stream()
                .map(category ->
                        texts.find(language, "category." + category.code()).orElse(category.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Object[] {
            categories,
            now.models().stream().sorted().collect(Collectors.joining(", ")),
            Integer.toString(who.people().ids(subsidiaryId).size())
        };
    }
}
