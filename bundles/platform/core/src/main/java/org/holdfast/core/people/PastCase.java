package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case from before the product: somebody noticed that a person may leave, and somebody talked with them. Days are days of the
 * subsidiary.
 *
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param noticedOn the day somebody noticed; a person has at most one such case of a day
 * @param talk the talk
 * @param outcome what came of it, null where that is not known
 */
public record PastCase(
        UUID subsidiaryId,
        UUID personId,
        LocalDate noticedOn,
        Talk talk,
        @Nullable Outcome outcome) {
    /** Whether somebody means to leave: they said so, denied it, or did not say. */
    public static final List<String> INTENTS = List.of("confirmed", "denied", "undeclared");

    /** What can have come of it: the person stays, stays in another post, or the firm negotiated no more. */
    public static final List<String> OUTCOMES = List.of("retained", "moved", "decided");

    /**
     * The talk.
     *
     * @param heldOn the day, not before somebody noticed
     * @param intent one of {@link #INTENTS}
     * @param causes codes of needs of the industry, or {@code other}
     * @param text what was said, may be empty
     */
    public record Talk(LocalDate heldOn, String intent, List<String> causes, String text) {

        /** Copies the causes. */
        public Talk {
            causes = List.copyOf(causes);
        }
    }

    /**
     * What came of it.
     *
     * @param what one of {@link #OUTCOMES}
     * @param on the day, not before the talk
     */
    public record Outcome(String what, LocalDate on) {}

    /**
     * Returns the last day of the case.
     *
     * @return the day of the outcome, or of the talk where there is none
     */
    public LocalDate closedOn() {
        return outcome == null ? talk.heldOn() : outcome.on();
    }
}
