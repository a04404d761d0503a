package org.holdfast.core.retention.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.jspecify.annotations.Nullable;

/**
 * A talk as its reader may see it.
 *
 * @param id the talk
 * @param heldOn the day of the talk
 * @param recordedAt when it was recorded
 * @param role {@code subsidiaryHr} or {@code lineManager}: in which role it was held
 * @param own whether the caller held it
 * @param corrects the talk it corrects
 * @param correctedBy the talk that corrects it
 * @param words what was said; null for a superior who did not hold it
 * @param attachments its files, the first added first; null where the words are
 */
public record TalkView(
        @TellsNothing UUID id,
        @Told("alerts") LocalDate heldOn,
        @Told("alerts") OffsetDateTime recordedAt,
        @Told("alerts") String role,
        @Told("alerts") boolean own,
        @Told("alerts") @Nullable UUID corrects,
        @Told("alerts") @Nullable UUID correctedBy,
        @Told("talks") @Nullable WordsView words,
        @Told("talks") @Nullable List<AttachmentView> attachments) {

    /**
     * What was said.
     *
     * @param by name of the account that held it
     * @param intent {@code confirmed}, {@code denied} or {@code undeclared}
     * @param causes what it was about
     * @param text what was said
     * @param nextStep what was agreed
     */
    public record WordsView(String by, String intent, List<Cause> causes, String text, String nextStep) {

        /** Copies the causes. */
        public WordsView {
            causes = List.copyOf(causes);
        }
    }

    /**
     * What a talk can be about.
     *
     * @param code code of a need, or {@code other}
     * @param text its words
     */
    @TellsNothing
    public record Cause(String code, String text) {}
}
