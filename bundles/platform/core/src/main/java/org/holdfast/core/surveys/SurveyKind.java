package org.holdfast.core.surveys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of surveys. Their words are texts under {@code survey.item.}; a round has one kind. */
enum SurveyKind {
    /**
     * Turnover intention: thinking of leaving, intending to search, intending to leave, each from 1, disagree, to 5, agree. The
     * three steps are those of Mobley, Horner and Hollingsworth (1978), Journal of Applied Psychology 63(4); three items on one
     * scale as in the Michigan Organizational Assessment Questionnaire (Cammann, Fichman, Jenkins and Klesh, 1979). The words are
     * our own.
     */
    LEAVE_INTENT("leaveIntent", "survey.leave_intent", 1, 5),
    /**
     * What keeps somebody and what would make them leave, of the needs the industry knows, and how likely they would recommend
     * the firm as an employer, from 0 to 10: promoters answer 9 or 10, detractors 6 or less (Reichheld, 2003, Harvard Business
     * Review 81(12)).
     */
    STAY("stay", "survey.enps", 0, 10);

    private final String code;
    private final String signal;
    private final int lowest;
    private final int highest;

    SurveyKind(String code, String signal, int lowest, int highest) {
        this.code = code;
        this.signal = signal;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The values an item takes, from the lowest to the highest. */
    record Scale(int lowest, int highest) {
        int steps() {
            return highest - lowest + 1;
        }

        boolean has(int value) {
            return value >= lowest && value <= highest;
        }
    }

    String code() {
        return code;
    }

    /** Returns the signal of the catalogue that a named answer is told as: the mean of the items. */
    String signal() {
        return signal;
    }

    Scale scale() {
        return new Scale(lowest, highest);
    }

    /** Returns the codes of the items, in their order. */
    List<String> items() {
        return switch (this) {
            case LEAVE_INTENT -> List.of("thinking", "searching", "leaving");
            case STAY -> List.of("recommend");
        };
    }

    boolean asksForNeeds() {
        return this == STAY;
    }

    static Optional<SurveyKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
