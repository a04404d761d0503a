package org.holdfast.api.jurisdiction;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.holdfast.api.signal.DataCategory;

/**
 * The impact assessment that has to be signed before people are scored (PIPL Art. 55 and 56, GDPR Art. 35).
 *
 * @param validMonths for how many months a signed one holds, at least 1
 * @param keptYears for how many years it is kept, at least 1
 * @param offByDefault data categories an assessment leaves out unless the one who signs turns them on
 * @param questions what it asks, in order, codes unique; the question {@code risks} of the rule book {@code gdpr} is put
 *     in the text {@code assessment.gdpr.risks}, what to think of in {@code assessment.gdpr.risks.hint}, and what is
 *     proposed as an answer, where anything is, in {@code assessment.gdpr.risks.proposal}, with the data categories,
 *     the models and the number of people as {0}, {1} and {2}
 */
public record AssessmentRules(
        int validMonths, int keptYears, Set<DataCategory> offByDefault, List<Question> questions) {

    /** Copies and checks. */
    public AssessmentRules {
        offByDefault = Set.copyOf(offByDefault);
        questions = List.copyOf(questions);
        if (validMonths < 1 || keptYears < 1) {
            throw new IllegalArgumentException("An assessment holds for a month and is kept for a year at least");
        }
        Set<String> codes = new HashSet<>();
        if (questions.isEmpty() || !questions.stream().map(Question::code).allMatch(codes::add)) {
            throw new IllegalArgumentException("An assessment asks at least one question, each with a code of its own");
        }
    }

    /**
     * A question.
     *
     * @param code letters and digits, beginning with a lower-case letter
     * @param kind how it is answered
     */
    public record Question(String code, Kind kind) {

        /** Checks the code. */
        public Question {
            Objects.requireNonNull(kind, "kind");
            if (!code.matches("[a-z][A-Za-z0-9]{0,59}")) {
                throw new IllegalArgumentException(
                        "Question \"" + code + "\" is not letters and digits beginning with a lower-case letter");
            }
        }

        /** How a question is answered. */
        public enum Kind {
            /** In words. */
            TEXT,
            /** With yes; an assessment with another answer cannot be signed. */
            CONFIRMATION,
            /** With the title, date and place of a document, such as the record of a works council's consent. */
            DOCUMENT
        }
    }
}
