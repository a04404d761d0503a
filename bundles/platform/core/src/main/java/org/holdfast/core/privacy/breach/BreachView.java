package org.holdfast.core.privacy.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * A personal-data breach in one subsidiary.
 *
 * @param id its id
 * @param incidentId the same for all subsidiaries that one incident reaches
 * @param subsidiaryId the subsidiary
 * @param state {@code open}, {@code notified} or {@code closed}
 * @param severity {@code low}, {@code medium} or {@code high}
 * @param categories codes of the data categories concerned
 * @param people how many people it concerns, as far as they are in its list
 * @param clock when it was noticed, and by when it is told
 * @param foundIn table and column of a record that did not open; null where a person noticed it
 * @param registeredBy the account that registered it, null where the server did
 * @param facts what is known, in words
 * @param steps what was done about it, in the order in which it was noted
 */
@TellsNothing
public record BreachView(
        UUID id,
        UUID incidentId,
        UUID subsidiaryId,
        String state,
        String severity,
        List<String> categories,
        int people,
        ClockView clock,
        @Nullable String foundIn,
        @Nullable UUID registeredBy,
        FactsView facts,
        List<StepView> steps) {

    /** Copies the lists. */
    public BreachView {
        categories = List.copyOf(categories);
        steps = List.copyOf(steps);
    }

    /**
     * Its clock.
     *
     * @param noticedAt when somebody became aware of it
     * @param authorityDueAt last moment at which the authority is told in time
     * @param peopleDueAt last moment at which people are told in time
     * @param warnedAtHours hours of the last warning that is due: nobody, or not everybody, was told by then; null before the
     *     first and where all is told
     * @param overdue whether somebody was not told in time, and still is not
     */
    public record ClockView(
            Instant noticedAt,
            Instant authorityDueAt,
            Instant peopleDueAt,
            @Nullable Integer warnedAtHours,
            boolean overdue) {}

    /**
     * What is known, in words; empty where nothing is.
     *
     * @param what what happened, and why
     * @param consequences what it can do to people
     * @param measures what is done about it
     * @param advice what people can do themselves
     */
    public record FactsView(String what, String consequences, String measures, String advice) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "facts of a breach";
        }
    }

    /**
     * Something that was done about it.
     *
     * @param whom {@code authority}, {@code people} or {@code closure}
     * @param sent whether something was sent
     * @param at when
     * @param by the account that did it
     * @param recipient which authority, or on which way; empty where nothing was sent
     * @param text what was sent, or what was learnt
     * @param reason why it came late, or why nothing is due
     */
    public record StepView(
            String whom, boolean sent, Instant at, UUID by, String recipient, String text, String reason) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "step of a breach";
        }
    }
}
