package org.holdfast.core.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.surveys.SurveyRoom.scores;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Consents.Consent;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.SignalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People answer where and if they like, once, and nobody finds out who did; a signal about them needs their own consent. */
class OwnSurveysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    private final SurveyRoom room = new SurveyRoom();
    private final List<UUID> people = room.hire(12, null);
    private final UUID person = people.get(0);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoIsAskedFindsTheQuestionsInTheirLanguageAndNobodyElseDoes() {
        UUID far = room.staff.hire(room.staff.subsidiary("S2", "Asia/Shanghai"), null);
        UUID round = room.open("stay", null);
        assertThat(mine(person).body()).as("before its first day").doesNotContain(round.toString());
        room.clock.set(SurveyRoom.DURING);

        Reply own = mine(person);

        assertThat(own.text("items.0.id")).isEqualTo(round.toString());
        assertThat(own.text("items.0.questions.0.text")).contains("recommend this firm");
        assertThat(own.text("items.0.scale.highest")).isEqualTo("10");
        assertThat(own.text("items.0.needs.0.text")).isNotBlank();
        assertThat(own.text("items.0.answered")).isEqualTo("false");
        assertThat(room.self(person)
                        .with("Accept-Language", "zh")
                        .call("GET", "surveys/own", "")
                        .text("items.0.questions.0.text"))
                .contains("推荐");
        assertThat(mine(far).body()).doesNotContain(round.toString());
        assertThat(room.leaveIntent(far, round, 3).status()).isEqualTo(404);
    }

    @Test
    void anAnswerCountsOnceAndASecondOneIsToldSo() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);

        assertThat(room.leaveIntent(person, round, 2).status()).isEqualTo(204);
        Reply again = room.leaveIntent(person, round, 5);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("type")).isEqualTo("/problems/survey-answered");
        assertThat(mine(person).text("items.0.answered")).isEqualTo("true");
        assertThat(mine(people.get(1)).text("items.0.answered")).isEqualTo("false");
        assertThat(room.rows("survey_receipt")).isEqualTo(1);
    }

    /** Whoever has the whole database finds nobody in it: no id, no row for an answer, no time of one. */
    @Test
    @Tag("O20")
    void nothingThatIsStoredLeadsToWhoAnswered() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        for (UUID one : people) {
            room.leaveIntent(one, round, 4);
        }

        String stored = room.stored();

        for (UUID one : people) {
            assertThat(stored).doesNotContain(one.toString(), one.toString().replace("-", ""));
        }
        assertThat(room.rows("survey_round")).as("all answers lie in one box").isEqualTo(1);
        assertThat(room.columns("survey_receipt")).containsOnlyKeys("round_id", "receipt");
        assertThat(room.columns("survey_round").keySet()).noneMatch(name -> name.endsWith("_at"));
        assertThat(room.arrivals.subsidiaries()).as("nobody is scored anew").isEmpty();
    }

    @Test
    void theDaysAreThoseOfTheSubsidiary() {
        UUID round = room.open("leaveIntent", null);

        room.clock.set("2026-11-08T15:59:59Z");
        assertThat(room.leaveIntent(people.get(1), round, 3).text("type")).isEqualTo("/problems/survey-not-open");
        room.clock.set("2026-11-08T16:00:00Z");
        assertThat(room.leaveIntent(people.get(1), round, 3).status()).isEqualTo(204);
        room.clock.set("2026-11-15T15:59:59Z");
        assertThat(room.leaveIntent(people.get(2), round, 3).status()).isEqualTo(204);
        room.clock.set("2026-11-15T16:00:00Z");
        Reply late = room.leaveIntent(people.get(3), round, 3);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).isEqualTo("/problems/survey-not-open");
    }

    @Test
    void whatIsNoAnswerIsRefusedFieldByFieldAndNothingIsKept() {
        UUID round = room.open("leaveIntent", null);
        UUID stay = room.open("stay", null);
        room.clock.set(SurveyRoom.DURING);

        Reply wrong = room.answer(person, round, "{\"scores\":{\"thinking\":6,\"searching\":1,\"mood\":1}}");
        Reply none = room.answer(person, round, "{}");
        Reply needs = room.answer(person, stay, "{\"scores\":{\"recommend\":10},\"keeps\":[\"no-such-need\"]}");
        Reply other = room.answer(person, round, "{\"scores\":%s,\"keeps\":[\"growth\"]}".formatted(inner(3)));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("scores.thinking", "surveyScale", "scores.leaving", "unknown");
        assertThat(none.body()).contains("scores.thinking", "missing");
        assertThat(needs.body()).contains("keeps", "unknown");
        assertThat(other.body()).contains("keeps", "unknown");
        assertThat(room.rows("survey_receipt")).isZero();
        assertThat(room.answer(person, stay, "{\"scores\":{\"recommend\":10},\"keeps\":[\"growth\"]}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoLeftYesterdayIsNotAskedAnyMore() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        room.staff.leaves(person, LocalDate.of(2026, 11, 9), "voluntary");

        assertThat(mine(person).body()).doesNotContain(round.toString());
        assertThat(room.leaveIntent(person, round, 3).status()).isEqualTo(404);
    }

    @Test
    void aRoundOfADepartmentAsksThoseWhoWorkInItOrBelow() {
        UUID division = room.staff.department(room.firm, "D1", null);
        UUID team = room.staff.department(room.firm, "D2", division);
        List<UUID> inside = room.hire(12, team);
        UUID round = room.open("leaveIntent", division);
        room.clock.set(SurveyRoom.DURING);

        assertThat(room.leaveIntent(inside.get(0), round, 3).status()).isEqualTo(204);
        assertThat(room.leaveIntent(person, round, 3).status()).isEqualTo(404);
    }

    @Test
    @Tag("O2")
    void withoutConsentAnAnswerBecomesNoSignal() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);

        Reply refused = room.answer(person, round, scores(5, true));

        assertThat(refused.text("type")).isEqualTo("/problems/survey-consent-missing");
        assertThat(room.rows("survey_receipt")).as("and can be given otherwise").isZero();
        assertThat(room.leaveIntent(person, round, 5).status()).isEqualTo(204);
        assertThat(room.facts(person)).isEmpty();
    }

    @Test
    @Tag("O2")
    void withConsentAnAnswerIsASignalUntilTheConsentIsWithdrawn() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        Fact other = new Fact("work.meetings", TODAY, room.clock.instant(), 3, new Fact.Detail("calendar", ""));
        room.signals.append(Subject.person(room.firm, person), List.of(other));

        Reply agreed = room.self(person).call("PUT", "surveys/own/consent", "");
        Reply answered = room.answer(
                person, round, "{\"scores\":{\"thinking\":5,\"searching\":4,\"leaving\":3},\"signal\":true}");

        assertThat(agreed.text("since")).isEqualTo("2026-11-10");
        assertThat(answered.status()).isEqualTo(204);
        assertThat(room.facts(person))
                .filteredOn(fact -> fact.signal().equals("survey.leave_intent"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.value()).isEqualTo(4);
                    assertThat(fact.date()).isEqualTo(TODAY);
                });
        assertThat(room.arrivals.waiting(room.firm).persons()).containsExactly(person);
        assertThat(room.told).isNotEmpty();

        Reply withdrawn = room.self(person).call("DELETE", "surveys/own/consent", "");

        assertThat(withdrawn.text("offered")).isEqualTo("true");
        assertThat(withdrawn.body()).doesNotContain("2026");
        assertThat(room.facts(person)).containsExactly(other);
        assertThat(room.consents.granted(
                        Subject.person(room.firm, person), DataCategory.SURVEY, Purpose.RETENTION, TODAY))
                .isFalse();
    }

    @Test
    @Tag("O2")
    void aConsentOfLastYearIsWithdrawnFromTodayOnAndStaysAsEvidence() {
        room.clock.set(SurveyRoom.DURING);
        Subject subject = Subject.person(room.firm, person);
        LocalDate given = TODAY.minusYears(1);
        room.consents.put(subject, new Consent(DataCategory.SURVEY, Purpose.RETENTION, given, null));
        room.signals.append(
                subject,
                List.of(new Fact(
                        "survey.enps", given.plusDays(1), room.clock.instant(), 3, new Fact.Detail("survey", ""))));
        room.signals.compact(room.firm);

        room.self(person).call("DELETE", "surveys/own/consent", "");

        assertThat(room.facts(person)).as("moved into blocks long ago").isEmpty();
        assertThat(room.consents.of(subject))
                .containsExactly(new Consent(DataCategory.SURVEY, Purpose.RETENTION, given, TODAY.minusDays(1)));
    }

    @Test
    @Tag("O2")
    void whereNobodyMayBeAskedToAgreeTheChoiceIsNotOffered() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        room.offered = false;

        assertThat(mine(person).text("signal.offered")).isEqualTo("false");
        assertThat(room.self(person).call("PUT", "surveys/own/consent", "").text("type"))
                .isEqualTo("/problems/consent-not-offered");
        assertThat(room.answer(person, round, scores(5, true)).status()).isEqualTo(409);
        assertThat(room.consents.of(Subject.person(room.firm, person))).isEmpty();
        assertThat(room.leaveIntent(person, round, 5).status()).isEqualTo(204);
    }

    @Test
    void aCallThatIsCutOffLosesNothingAndCanBeSentAgain() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        room.self(person).call("PUT", "surveys/own/consent", "");

        Reply cut = room.self(person, broken()).call("POST", "surveys/own/" + round + "/answers", scores(4, true));

        assertThat(cut.status()).isEqualTo(500);
        assertThat(mine(person).text("items.0.answered")).isEqualTo("false");
        assertThat(room.answer(person, round, scores(4, true)).status()).isEqualTo(204);
        assertThat(room.facts(person)).hasSize(1);
    }

    @Test
    @Tag("O14")
    void whoIsErasedLeavesNoReceipt() {
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        room.leaveIntent(person, round, 4);
        room.leaveIntent(people.get(1), round, 4);
        Subject gone = Subject.person(room.firm, person);

        room.world.database.run(connection -> {
            assertThat(room.traces().count(connection, gone))
                    .as("the officer is not told")
                    .isEmpty();
            room.traces().erase(connection, gone);
        });

        assertThat(room.rows("survey_receipt")).isEqualTo(1);
        assertThat(mine(people.get(1)).text("items.0.answered")).isEqualTo("true");
    }

    @Test
    void everybodyAskedIsToldOnceFromNineOnWhetherTheyAnsweredOrNot() {
        UUID round = room.open("leaveIntent", null);
        room.without.add(people.get(11));
        room.clock.set("2026-11-09T00:59:59Z");
        assertThat(room.reminders().standing()).isEmpty();
        room.clock.set("2026-11-09T01:00:00Z");

        var before = room.reminders().standing();
        room.leaveIntent(person, round, 1);

        assertThat(before).hasSize(11).allMatch(notice -> notice.personId() == null);
        assertThat(room.reminders().standing()).hasSameElementsAs(before);
        room.clock.set("2026-11-15T16:00:00Z");
        assertThat(room.reminders().standing()).isEmpty();
    }

    private Reply mine(UUID who) {
        return room.self(who).call("GET", "surveys/own", "");
    }

    private static String inner(int value) {
        return "{\"thinking\":%d,\"searching\":%d,\"leaving\":%d}".formatted(value, value, value);
    }

    /** Signals that cannot be written. */
    private static SignalStore broken() {
        return (SignalStore) Proxy.newProxyInstance(
                SignalStore.class.getClassLoader(),
                Set.of(SignalStore.class).toArray(Class[]::new),
                (self, method, given) -> {
                    throw new IllegalStateException("cut off");
                });
    }
}
