package org.holdfast.core.retention.programmes;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.industry.ActionKind;

/**
 * What a programme can be made of; its words stand in the texts under {@code programme.template.}.
 *
 * @param code the word used in the database, the API and the texts
 * @param cohort the criteria it begins with
 * @param actions the kinds of what is done
 */
record ProgrammeTemplate(String code, Cohort cohort, List<ActionKind> actions) {
    /** All that ship: a track for experts, a competition for posts, pay of new hires, and a team that somebody left. */
    static final List<ProgrammeTemplate> ALL = List.of(
            new ProgrammeTemplate(
                    "technicalPromotion",
                    new Cohort(List.of(), List.of(), List.of(), 24, null, null, 24),
                    List.of(ActionKind.PROMOTION, ActionKind.TRAINING, ActionKind.PROJECT)),
            new ProgrammeTemplate(
                    "managerCompetition",
                    new Cohort(List.of(), List.of(), List.of(), 36, null, false, null),
                    List.of(ActionKind.TRAINING, ActionKind.POST_CHANGE)),
            new ProgrammeTemplate(
                    "newHirePay",
                    new Cohort(List.of(), List.of(), List.of(), null, 12, null, null),
                    List.of(ActionKind.CONVERSATION, ActionKind.PAY)),
            new ProgrammeTemplate(
                    "teamAfterExit",
                    Cohort.ALL,
                    List.of(ActionKind.CONVERSATION, ActionKind.SCOPE, ActionKind.RECOGNITION)));

    /** Copies the kinds. */
    ProgrammeTemplate {
        actions = List.copyOf(actions);
    }

    static Optional<ProgrammeTemplate> ofCode(String code) {
        return ALL.stream().filter(one -> one.code.equals(code)).findFirst();
    }
}
