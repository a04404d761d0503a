package org.holdfast.core.protection.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.RightsRequest.Days;
import org.holdfast.core.protection.rights.RightsRequest.Origin;
import org.holdfast.core.protection.rights.RightsRequest.Settled;
import org.jspecify.annotations.Nullable;

/**
 * The register of what people asked for (PIPL Art. 50, GDPR Art. 12). None ends without an answer but by the person's own
 * act or erasure. Safe for use from many threads.
 */
public final class RightsRequests {
    private final RequestTable table;
    private final StandingObjections objections;
    private final Deadlines deadlines;
    private final AutomatedDecisions automated;
    private final Consumer<UUID> scoringChanged;
    private final Clock clock;

    RightsRequests(
            RequestTable table,
            StandingObjections objections,
            Rules rules,
            Consumer<UUID> scoringChanged,
            Clock clock) {
        this.table = table;
        this.objections = objections;
        this.deadlines = rules.deadlines();
        this.automated = rules.automated();
        this.scoringChanged = scoringChanged;
        this.clock = clock;
    }

    /**
     * What rule books say.
     *
     * @param deadlines by when requests are answered
     * @param automated what holds where people are evaluated by automated means
     */
    record Rules(Deadlines deadlines, AutomatedDecisions automated) {}

    /**
     * An account.
     *
     * @param id its random id
     * @param name its user name
     */
    public record Account(UUID id, String name) {}

    /**
     * What is filed.
     *
     * @param kind what is asked for
     * @param asked in the person's words, may be empty
     * @param receivedOn when it came
     * @param by the account that files it
     * @param bySelf whether that is the person
     * @param relative who asks for somebody who died, null where the person asks
     */
    public record Wanted(
            RequestKind kind,
            String asked,
            LocalDate receivedOn,
            UUID by,
            boolean bySelf,
            @Nullable Relative relative) {

        /** Checks what relatives can ask for. */
        public Wanted {
            if (relative != null && (bySelf || !kind.ofRelatives())) {
                throw new IllegalArgumentException("A relative asks for a copy, rectification or erasure");
            }
        }

        /**
         * What the person asks for.
         *
         * @param kind what is asked for
         * @param asked in the person's words, may be empty
         * @param receivedOn when it came
         * @param by the account that files it
         * @param bySelf whether that is the person
         */
        public Wanted(RequestKind kind, String asked, LocalDate receivedOn, UUID by, boolean bySelf) {
            this(kind, asked, receivedOn, by, bySelf, null);
        }
    }

    /**
     * An answer.
     *
     * @param outcome fulfilled or refused
     * @param answer what was done, or why it is refused
     * @param remedies what the person can do about a refusal, empty for none
     * @param assessment what a person found who looked at the score, empty for none
     * @param exception code of the rule book's ground on which a refusal of automated decisions is declined, empty for none
     * @param by who answers
     */
    public record Decision(
            RequestState outcome, String answer, String remedies, String assessment, String exception, Account by) {

        /** Checks. */
        public Decision {
            if (outcome != RequestState.FULFILLED && outcome != RequestState.REFUSED) {
                throw new IllegalArgumentException("An answer grants or refuses");
            }
            if (outcome == RequestState.REFUSED && (answer.isBlank() || remedies.isBlank())) {
                throw new IllegalArgumentException("A refusal gives reasons and remedies");
            }
        }

        /**
         * An answer that rests on no exception.
         *
         * @param outcome fulfilled or refused
         * @param answer what was done, or why it is refused
         * @param remedies what the person can do about a refusal, empty for none
         * @param assessment what a person found who looked at the score, empty for none
         * @param by who answers
         */
        public Decision(RequestState outcome, String answer, String remedies, String assessment, Account by) {
            this(outcome, answer, remedies, assessment, "", by);
        }
    }

    /**
     * What somebody found who looked at a score.
     *
     * @param on when
     * @param by user name of who it was
     * @param assessment what was found
     */
    public record Review(LocalDate on, String by, String assessment) {}

    /**
     * Registers a request. Where the rule book says so, whoever objects is not scored from now on until the answer.
     *
     * @param person who asks
     * @param wanted what for
     * @return the request with its due day
     * @throws RestException with status 409 where the same is pending already
     */
    public RightsRequest file(Subject person, Wanted wanted) {
        Days days =
                new Days(wanted.receivedOn(), deadlines.due(person.subsidiaryId(), wanted.kind(), wanted.receivedOn()));
        RightsRequest request = new RightsRequest(
                UUID.randomUUID(),
                person,
                wanted.kind(),
                RequestState.OPEN,
                days,
                new Origin(
                        wanted.by(),
                        wanted.bySelf(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        wanted.relative() != null,
                        wanted.relative()),
                null,
                RequestWords.asked(wanted.asked()));
        table.database().run(connection -> {
            boolean pending = table.ofPerson(person).stream()
                    .anyMatch(known ->
                            known.kind() == wanted.kind() && known.state().pending());
            if (pending) {
                throw RestException.of(RightsError.REQUEST_PENDING, "The same request waits for its answer.");
            }
            table.add(request);
            changesScoring(request, automated.suspends(person.subsidiaryId(), request.kind()));
        });
        return request;
    }

    /**
     * Extends the time to answer, once.
     *
     * @param request an open request
     * @param reason why, for the person
     * @return the request with its new due day
     * @throws RestException with status 409 where that is not possible
     */
    public RightsRequest extend(RightsRequest request, String reason) {
        LocalDate due = extendable(request)
                .orElseThrow(() -> RestException.of(
                        RightsError.NOT_EXTENDABLE, "The time to answer this request cannot be extended."));
        RightsRequest fresh = request.with(
                RequestState.EXTENDED,
                new Days(request.days().receivedOn(), due),
                null,
                words(request).extended(reason));
        write(fresh, request.state(), null);
        return fresh;
    }

    /**
     * Returns to which day the time to answer a request can be extended.
     *
     * @param request the request
     * @return the day, or empty where it cannot
     */
    public Optional<LocalDate> extendable(RightsRequest request) {
        UUID subsidiary = request.person().subsidiaryId();
        boolean inTime = !deadlines.today(subsidiary).isAfter(request.days().dueOn());
        return request.state() == RequestState.OPEN && inTime
                ? deadlines.extended(subsidiary, request.kind(), request.days().receivedOn())
                : Optional.empty();
    }

    /**
     * Answers a request. From then on nobody is scored whose objection was granted.
     *
     * @param request a pending request
     * @param decision the answer
     * @return the request
     * @throws RestException with status 409 where it is settled already, an erasure is to be granted, which erasing does, or a
     *     refusal of automated decisions is declined for which the rule book has no exception; with 400 where the exception is
     *     none of the rule book's
     */
    public RightsRequest decide(RightsRequest request, Decision decision) {
        if (!request.state().pending()) {
            throw settled();
        }
        boolean granted = decision.outcome() == RequestState.FULFILLED;
        automated.check(request, decision);
        if (granted && forbidden(request)) {
            throw RestException.of(
                    RightsError.ARRANGEMENT_STANDS, "The person has arranged otherwise in their lifetime.");
        }
        if (granted && request.kind() == RequestKind.ERASURE) {
            throw RestException.of(RightsError.ERASE_INSTEAD, "Erase the person: that answers the request.");
        }
        RightsRequest fresh = request.with(
                decision.outcome(),
                request.days(),
                new Settled(decision.by().id(), clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                words(request).answered(decision));
        boolean stands = granted && request.kind().endsScoring();
        write(fresh, request.state(), stands ? null : today(request));
        return fresh;
    }

    /** What the person arranged in their lifetime goes before what relatives want. */
    private static boolean forbidden(RightsRequest request) {
        Relative relative = request.origin().relative();
        return relative != null && !relative.arrangement().isEmpty();
    }

    /**
     * Takes a request back, on behalf of the person: a pending one, or an objection that was granted, so that the person
     * can be scored again.
     *
     * @param request the request
     * @return the request
     * @throws RestException with status 409 where it is settled for good
     */
    public RightsRequest withdraw(RightsRequest request) {
        boolean stands =
                request.state() == RequestState.FULFILLED && request.kind().endsScoring();
        if (!stands && !request.state().pending()) {
            throw settled();
        }
        RightsRequest fresh = request.with(RequestState.WITHDRAWN, request.days(), request.settled(), request.words());
        write(fresh, request.state(), today(request));
        return fresh;
    }

    /**
     * Finds a request.
     *
     * @param id its id
     * @return the request, or empty
     */
    public Optional<RightsRequest> find(UUID id) {
        return table.find(id);
    }

    /**
     * Returns what a person asked for.
     *
     * @param person the person
     * @return newest first
     */
    public List<RightsRequest> of(Subject person) {
        return table.ofPerson(person);
    }

    /**
     * Returns what waits for an answer, in all subsidiaries.
     *
     * @return the one due first before the others
     */
    public List<RightsRequest> pending() {
        return table.pending();
    }

    /**
     * Returns what is settled, in all subsidiaries.
     *
     * @return the one settled last before the others
     */
    public List<RightsRequest> settledOnes() {
        return table.settled();
    }

    /**
     * Returns what people found who looked at a person's scores.
     *
     * @param person the person
     * @return newest first
     */
    public List<Review> reviews(Subject person) {
        return table.ofPerson(person).stream()
                .filter(request -> request.kind() == RequestKind.HUMAN_REVIEW
                        && request.state() == RequestState.FULFILLED
                        && request.words() != null)
                .map(request -> new Review(
                        settledOn(request).orElseThrow(),
                        words(request).decidedBy(),
                        words(request).assessment()))
                .toList();
    }

    /**
     * Returns the day on which a request was answered.
     *
     * @param request the request
     * @return the day in the subsidiary's time zone, empty where it was not
     */
    public Optional<LocalDate> settledOn(RightsRequest request) {
        Settled settled = request.settled();
        return settled == null
                ? Optional.empty()
                : Optional.of(deadlines.day(request.person().subsidiaryId(), settled.at()));
    }

    /**
     * Returns the day it is.
     *
     * @param subsidiaryId where
     * @return today
     */
    public LocalDate today(UUID subsidiaryId) {
        return deadlines.today(subsidiaryId);
    }

    private LocalDate today(RightsRequest request) {
        return deadlines.today(request.person().subsidiaryId());
    }

    private void write(RightsRequest fresh, RequestState before, @Nullable LocalDate overSince) {
        UUID subsidiary = fresh.person().subsidiaryId();
        table.database().run(connection -> {
            if (!table.change(fresh, before, overSince)) {
                throw settled();
            }
            boolean stands = before == RequestState.FULFILLED || fresh.state() == RequestState.FULFILLED;
            boolean ends = !fresh.state().pending() && automated.suspends(subsidiary, fresh.kind());
            changesScoring(fresh, stands || ends);
        });
    }

    private void changesScoring(RightsRequest request, boolean changes) {
        UUID subsidiary = request.person().subsidiaryId();
        if (request.kind().endsScoring()) {
            table.database().afterCommit(() -> {
                objections.forget(subsidiary);
                if (changes) {
                    scoringChanged.accept(subsidiary);
                }
            });
        }
    }

    private static RequestWords words(RightsRequest request) {
        return Objects.requireNonNull(request.words(), "words");
    }

    private static RestException settled() {
        return RestException.of(RightsError.REQUEST_SETTLED, "The request is answered or taken back.");
    }
}
