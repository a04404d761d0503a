package org.holdfast.core.protection.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.RightsRequests.Account;
import org.holdfast.core.protection.rights.RightsRequests.Decision;
import org.holdfast.core.protection.rights.RightsRequests.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request is registered, due on a day, answered by somebody who is named, and leaves evidence. */
@Tag("O17")
class RightsRequestsTest {
    private static final UUID CHINA = UUID.randomUUID();
    private static final UUID GERMANY = UUID.randomUUID();
    private static final UUID NOWHERE = UUID.randomUUID();
    private static final Account OFFICER = new Account(UUID.randomUUID(), "officer.lin");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final RequestsRoom room = new RequestsRoom(database, vault, clock);
    private final RightsRequests requests = room.requests;

    @BeforeEach
    void open() {
        room.follows(CHINA, "pipl").follows(GERMANY, "gdpr");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void dueDayComesFromTheRuleBookOfThePersonsSubsidiary() {
        assertThat(file(somebody(GERMANY), RequestKind.ACCESS).days().dueOn()).isEqualTo(LocalDate.of(2026, 12, 26));
        assertThat(file(somebody(CHINA), RequestKind.ACCESS).days().dueOn())
                .as("fifteen working days, Saturdays and Sundays do not count")
                .isEqualTo(LocalDate.of(2026, 12, 17));
        assertThat(file(somebody(NOWHERE), RequestKind.ERASURE).days().dueOn())
                .as("without a rule book the shorter time")
                .isEqualTo(LocalDate.of(2026, 12, 17));
    }

    @Test
    void whatComesOnASaturdayIsCountedFromMonday() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);

        RightsRequest request =
                requests.file(somebody(CHINA), new Wanted(RequestKind.ACCESS, "", saturday, UUID.randomUUID(), false));

        assertThat(request.days().dueOn()).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void everyKindOfRequestHasADueDayInEveryRuleBook() {
        for (UUID firm : List.of(CHINA, GERMANY, NOWHERE)) {
            for (RequestKind kind : RequestKind.values()) {
                assertThat(file(somebody(firm), kind).days().dueOn()).isAfter(THURSDAY);
            }
        }
    }

    @Test
    void timeIsExtendedOnceWithAReasonAndOnlyWhereTheRuleBookAllows() {
        RightsRequest german = requests.extend(file(somebody(GERMANY), RequestKind.ACCESS), "many systems");

        assertThat(german.days().dueOn()).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(again(german).words().extensionReason()).isEqualTo("many systems");
        assertThat(again(german).state()).isEqualTo(RequestState.EXTENDED);
        refused(RightsError.NOT_EXTENDABLE, () -> requests.extend(again(german), "again"));
        RightsRequest chinese = file(somebody(CHINA), RequestKind.ACCESS);
        refused(RightsError.NOT_EXTENDABLE, () -> requests.extend(chinese, "many systems"));
        RightsRequest late = file(somebody(GERMANY), RequestKind.ACCESS);
        clock.set("2026-12-27T08:00:00Z");
        refused(RightsError.NOT_EXTENDABLE, () -> requests.extend(late, "too late"));
    }

    @Test
    void refusalNeedsReasonsAndRemedies() {
        assertThatThrownBy(() -> new Decision(RequestState.REFUSED, "no", " ", "", OFFICER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(RequestState.REFUSED, "", "go to court", "", OFFICER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(RequestState.WITHDRAWN, "gone", "", "", OFFICER))
                .isInstanceOf(IllegalArgumentException.class);

        RightsRequest refused = requests.decide(
                file(somebody(CHINA), RequestKind.RECTIFICATION),
                new Decision(RequestState.REFUSED, "it is right", "complain to the authority", "", OFFICER));

        assertThat(again(refused).words().remedies()).isEqualTo("complain to the authority");
        assertThat(again(refused).words().decidedBy()).isEqualTo("officer.lin");
        assertThat(again(refused).settled().by()).isEqualTo(OFFICER.id());
    }

    /** Whatever somebody tries in whatever order, a request ends answered by somebody or taken back by the person. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWayOfActingEndsARequestWithoutAnAnswer(long seed) {
        Random dice = new Random(seed);
        RequestKind kind = RequestKind.values()[dice.nextInt(RequestKind.values().length)];
        RightsRequest request = file(somebody(dice.nextBoolean() ? CHINA : GERMANY), kind);
        boolean withdrawn = false;
        for (int act = 0; act < 12; act++) {
            RightsRequest now = again(request);
            RequestState before = now.state();
            int which = dice.nextInt(4);
            boolean done = done(() -> act(now, which));
            RequestState after = again(request).state();
            withdrawn |= done && which == 3;
            if (!done) {
                assertThat(after).isEqualTo(before);
            }
            if (after == RequestState.FULFILLED || after == RequestState.REFUSED) {
                assertThat(again(request).words().answer()).isNotEmpty();
                assertThat(again(request).settled().by()).isEqualTo(OFFICER.id());
            }
            if (after == RequestState.WITHDRAWN) {
                assertThat(withdrawn).isTrue();
            }
            if (!before.pending() && done) {
                assertThat(kind.endsScoring() && which == 3)
                        .as("only a granted objection is taken back later")
                        .isTrue();
            }
        }
    }

    private String exception(RightsRequest request) {
        UUID firm = request.person().subsidiaryId();
        return room.automated.exceptions(firm, request.kind()).stream()
                .findFirst()
                .orElse("");
    }

    private void act(RightsRequest request, int which) {
        switch (which) {
            case 0 -> requests.extend(request, "why");
            case 1 -> requests.decide(request, granted());
            case 2 ->
                requests.decide(
                        request,
                        new Decision(RequestState.REFUSED, "because", "court", "", exception(request), OFFICER));
            default -> requests.withdraw(request);
        }
    }

    @Test
    void twoOfficersDoNotAnswerTheSameRequest() {
        RightsRequest request = file(somebody(CHINA), RequestKind.ACCESS);
        requests.decide(request, granted());

        refused(RightsError.REQUEST_SETTLED, () -> requests.decide(request, granted()));
    }

    @Test
    void sameRequestIsNotFiledTwiceWhileItWaits() {
        Subject person = somebody(CHINA);
        RightsRequest first = file(person, RequestKind.ACCESS);

        refused(RightsError.REQUEST_PENDING, () -> file(person, RequestKind.ACCESS));
        requests.decide(first, granted());
        assertThat(file(person, RequestKind.ACCESS).state()).isEqualTo(RequestState.OPEN);
    }

    @Test
    void queueIsInTheOrderOfTheDueDays() {
        RightsRequest later = file(somebody(GERMANY), RequestKind.ACCESS);
        RightsRequest sooner = file(somebody(CHINA), RequestKind.ACCESS);
        RightsRequest done = requests.decide(file(somebody(CHINA), RequestKind.ACCESS), granted());

        assertThat(requests.pending()).extracting(RightsRequest::id).containsExactly(sooner.id(), later.id());
        assertThat(requests.settledOnes()).extracting(RightsRequest::id).containsExactly(done.id());
    }

    @Test
    @Tag("O8")
    void onlyAGrantedObjectionStandsAndOnlyUntilItIsTakenBack() {
        for (RequestKind kind : List.of(RequestKind.OBJECTION, RequestKind.REFUSAL_OF_AUTOMATED_DECISION)) {
            Subject person = somebody(CHINA);
            UUID id = person.personId().orElseThrow();
            RightsRequest request = file(person, kind);
            room.changed.clear();

            requests.decide(request, granted());
            assertThat(room.objections().in(CHINA)).contains(id);
            assertThat(room.changed).containsExactly(CHINA);

            requests.withdraw(again(request));
            assertThat(room.objections().in(CHINA)).doesNotContain(id);
            assertThat(room.changed).containsExactly(CHINA, CHINA);
        }
        Subject refused = somebody(CHINA);
        requests.decide(
                file(refused, RequestKind.OBJECTION),
                new Decision(RequestState.REFUSED, "compelling grounds", "court", "", OFFICER));
        assertThat(room.objections().in(CHINA)).isEmpty();
    }

    /** GDPR Art. 18(1)(d): under the one rule book an objection restricts until it is answered, under the other a refusal alone. */
    @Test
    @Tag("O8")
    void whoWaitsForTheAnswerToAClaimIsNotScoredWhereTheRuleBookSaysSo() {
        suspends(CHINA, RequestKind.OBJECTION, false);
        suspends(CHINA, RequestKind.REFUSAL_OF_AUTOMATED_DECISION, true);
        suspends(GERMANY, RequestKind.OBJECTION, true);
        suspends(GERMANY, RequestKind.REFUSAL_OF_AUTOMATED_DECISION, true);
        suspends(NOWHERE, RequestKind.OBJECTION, true);
        for (RequestKind kind : List.of(RequestKind.ACCESS, RequestKind.RECTIFICATION, RequestKind.HUMAN_REVIEW)) {
            suspends(GERMANY, kind, false);
        }
    }

    private void suspends(UUID firm, RequestKind kind, boolean expected) {
        Subject person = somebody(firm);
        UUID id = person.personId().orElseThrow();
        room.changed.clear();

        RightsRequest request = file(person, kind);
        assertThat(room.objections().in(firm).contains(id)).as("%s", kind).isEqualTo(expected);
        assertThat(room.objections().suspended(firm).contains(id)).isEqualTo(expected);
        assertThat(room.changed).hasSize(expected ? 1 : 0);
        requests.withdraw(request);
        assertThat(room.objections().in(firm)).doesNotContain(id);
        assertThat(room.changed).hasSize(expected ? 2 : 0);

        RightsRequest extended = file(person, kind);
        if (firm.equals(GERMANY)) {
            requests.extend(extended, "many");
            assertThat(room.objections().in(firm).contains(id))
                    .as("a longer wait is a wait")
                    .isEqualTo(expected);
        }
        if (kind.endsScoring()) {
            requests.decide(again(extended), granted());
            assertThat(room.objections().in(firm)).contains(id);
            assertThat(room.objections().suspended(firm)).doesNotContain(id);
        }
    }

    @Test
    @Tag("O6")
    void whoReviewedAScoreIsNamedWithWhatTheyFound() {
        Subject person = somebody(CHINA);
        assertThat(requests.reviews(person)).isEmpty();

        requests.decide(
                file(person, RequestKind.HUMAN_REVIEW),
                new Decision(RequestState.FULFILLED, "reviewed", "", "the score overlooks the new role", OFFICER));

        assertThat(requests.reviews(person))
                .containsExactly(
                        new RightsRequests.Review(THURSDAY, "officer.lin", "the score overlooks the new role"));
    }

    @Test
    @Tag("O20")
    void wordsOfARequestAreSealed() {
        file(somebody(CHINA), RequestKind.ACCESS, "my secret wish");

        assertThat(content()).isNotEmpty().noneMatch(row -> row.contains("secret"));
    }

    @Test
    @Tag("O14")
    void erasureTakesTheWordsAndLeavesThatTheRequestWasAnswered() {
        Subject person = somebody(CHINA);
        Subject other = somebody(CHINA);
        file(other, RequestKind.ACCESS, "another's");
        requests.decide(file(person, RequestKind.OBJECTION), granted());
        file(person, RequestKind.RECTIFICATION);
        PersonTraces traces = room.traces();

        assertThat(obstacle(traces, person))
                .as("whoever waits for an answer gets it first")
                .contains(ErasureError.REQUEST_OPEN);
        requests.decide(
                requests.of(person).stream()
                        .filter(request -> request.state().pending())
                        .findFirst()
                        .orElseThrow(),
                granted());
        RightsRequest erasure = file(person, RequestKind.ERASURE);
        refused(RightsError.ERASE_INSTEAD, () -> requests.decide(erasure, granted()));
        assertThat(obstacle(traces, person)).isEmpty();
        assertThat(held(traces, person)).isEqualTo(Map.of("requests", 3L));

        vault.destroy(person);
        for (int again = 0; again < 2; again++) {
            database.run(connection -> traces.erase(connection, person));
        }
        traces.forget(person);

        assertThat(requests.of(person)).hasSize(3).allSatisfy(request -> {
            assertThat(request.words()).isNull();
            assertThat(request.state()).isEqualTo(RequestState.FULFILLED);
            assertThat(request.settled()).isNotNull();
        });
        assertThat(held(traces, person)).isEmpty();
        assertThat(requests.of(other).get(0).words().asked()).isEqualTo("another's");
    }

    @Test
    @Tag("O11")
    void answeredRequestsEndWithTheirTimeButNoObjectionThatStands() {
        Subject person = somebody(CHINA);
        RightsRequest objection = requests.decide(file(person, RequestKind.OBJECTION), granted());
        requests.decide(file(person, RequestKind.ACCESS), granted());
        file(person, RequestKind.RECTIFICATION);
        LocalDate limit = THURSDAY.plusYears(4);

        assertThat(room.aged().delete(CHINA, THURSDAY, Set.of())).isZero();
        assertThat(room.aged().delete(CHINA, limit, Set.of(person.personId().orElseThrow())))
                .as("on hold")
                .isZero();
        assertThat(room.aged().delete(CHINA, limit, Set.of())).isEqualTo(1);
        assertThat(requests.of(person))
                .extracting(RightsRequest::kind)
                .containsExactlyInAnyOrder(RequestKind.OBJECTION, RequestKind.RECTIFICATION);
        requests.withdraw(again(objection));
        assertThat(room.aged().delete(CHINA, limit, Set.of())).isEqualTo(1);
    }

    @Test
    @Tag("O12")
    void requestsStandInThePersonsRecord() {
        Subject person = somebody(CHINA);
        requests.decide(file(person, RequestKind.ACCESS, "a copy, please"), granted());
        file(somebody(CHINA), RequestKind.ACCESS, "not yours");

        assertThat(new RequestRecords(requests).of(person, "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("asked", "a copy, please")
                        .containsEntry("answer", "done")
                        .containsEntry("decidedBy", "officer.lin")
                        .containsEntry("answeredOn", "2026-11-26"));
    }

    private Optional<ErasureError> obstacle(PersonTraces traces, Subject person) {
        return database.call(connection -> traces.obstacle(connection, person));
    }

    private Map<String, Long> held(PersonTraces traces, Subject person) {
        return database.call(connection -> traces.count(connection, person));
    }

    private Subject somebody(UUID firm) {
        UUID id = UUID.randomUUID();
        vault.prepare(firm, List.of(id));
        return Subject.person(firm, id);
    }

    private RightsRequest file(Subject person, RequestKind kind) {
        return file(person, kind, "");
    }

    private RightsRequest file(Subject person, RequestKind kind, String text) {
        return requests.file(person, new Wanted(kind, text, THURSDAY, UUID.randomUUID(), true));
    }

    private RightsRequest again(RightsRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    private static Decision granted() {
        return new Decision(RequestState.FULFILLED, "done", "", "", OFFICER);
    }

    private static boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (RestException e) {
            return false;
        }
    }

    private static void refused(RightsError error, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(RestException.class)
                .satisfies(
                        failure -> assertThat(((RestException) failure).code()).isEqualTo(error));
    }

    private List<String> content() {
        return database.call(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("select content from rights_request")) {
                while (row.next()) {
                    rows.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return rows;
        });
    }
}
