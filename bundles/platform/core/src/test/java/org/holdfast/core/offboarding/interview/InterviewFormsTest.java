package org.holdfast.core.offboarding.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HR writes what is asked; what was published stays as it was. */
class InterviewFormsTest {
    private static final String WORDS = "{\"zh\":\"词\",\"en\":\"word\"}";
    private static final String SCORE =
            "{\"code\":\"exit\",\"kind\":\"scale\",\"texts\":" + WORDS + ",\"required\":true}";

    private final InterviewRoom room = new InterviewRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFormShipsInEveryLanguageThatIsInstalled() {
        Reply shipped = room.hr().call("GET", path(), "");

        assertThat(shipped.text("form.version")).as(shipped.body()).isEqualTo("0");
        assertThat(shipped.text("form.languages.0")).isEqualTo(shipped.text("spoken"));
        InterviewForm form = new ShippedForm(room.texts).form();
        assertThat(form.languages()).containsExactlyInAnyOrder("de", "en", "zh");
        assertThat(form.questions()).allSatisfy(one -> {
            assertThat(one.texts()).containsOnlyKeys("de", "en", "zh");
            assertThat(one.texts().values()).noneMatch(text -> text.startsWith("interview."));
            assertThat(one.choices())
                    .allSatisfy(choice ->
                            assertThat(choice.texts().values()).noneMatch(text -> text.startsWith("interview.")));
        });
        assertThat(form.reasons())
                .allSatisfy(one -> assertThat(one.texts().values()).noneMatch(text -> text.startsWith("interview.")));
    }

    @Test
    void anInterviewStaysOnTheVersionItBeganWith() {
        room.offered(true);

        Reply published = publish(form(1, SCORE, ""));

        assertThat(published.text("form.version")).as(published.body()).isEqualTo("2");
        Reply own = room.self().call("GET", "offboardings/own/exit-interview", "");
        assertThat(own.text("form.version")).isEqualTo("1");
        assertThat(own.text("form.sections.0.questions.0.code")).isEqualTo("tasks");
        Reply said = room.self()
                .call(
                        "POST",
                        "offboardings/own/exit-interview/answers",
                        InterviewRoom.answers(1, UUID.randomUUID(), 3, ""));
        assertThat(said.text("state")).as(said.body()).isEqualTo("held");
        UUID next = room.leaves(InterviewRoom.LAST).id();
        assertThat(room.hr()
                        .call("PUT", InterviewRoom.path(next) + "/offer", "{\"version\":0,\"self\":true}")
                        .text("form.sections.0.questions.0.code"))
                .isEqualTo("exit");
    }

    @Test
    void ofTwoWhoPublishTheSecondIsTold() {
        assertThat(publish(form(0, SCORE, "")).status()).isEqualTo(200);
        assertThat(publish(form(0, SCORE, "")).text("type")).isEqualTo("/problems/interview-form-changed");
        assertThat(room.elsewhere().call("PUT", path(), form(1, SCORE, "")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"a\",\"kind\":\"stars\",\"texts\":W}|sections[0].questions[1].kind|notOneOf",
                "{\"code\":\"exit\",\"kind\":\"text\",\"texts\":W}|sections[0].questions[1].code|twice",
                "{\"code\":\"A b\",\"kind\":\"text\",\"texts\":W}|sections[0].questions[1].code|form",
                "{\"kind\":\"text\",\"texts\":W}|sections[0].questions[1].code|missing",
                "{\"code\":\"a\",\"kind\":\"text\",\"texts\":{\"zh\":\"x\"}}|sections[0].questions[1].texts.en|missing",
                "{\"code\":\"a\",\"kind\":\"text\",\"texts\":{\"zh\":\"x\",\"en\":\"x\",\"xx\":\"y\"}}|sections[0].questions[1].texts|unknown",
                "{\"code\":\"a\",\"kind\":\"single\",\"texts\":W}|sections[0].questions[1].choices|missing",
                "{\"code\":\"a\",\"kind\":\"single\",\"texts\":W,\"choices\":[C,C]}|sections[0].questions[1].choices[1].code|twice",
                "{\"code\":\"a\",\"kind\":\"text\",\"texts\":W,\"choices\":[C]}|sections[0].questions[1].choices|noChoices",
                "null|sections[0].questions[1]|missing"
            })
    void whatIsWrongIsNamed(String question, String field, String code) {
        String sent = question.replace("C", "{\"code\":\"x\",\"texts\":W}").replace("W", WORDS);

        Reply refused = publish(form(0, SCORE + "," + sent, ""));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void aFormWithoutScoreQuestionOrItsOwnLanguageOrEndIsRefused() {
        assertThat(publish(form(0, SCORE.replace("scale", "text"), "")).body()).contains("noScoreQuestion");
        assertThat(publish(form(0, SCORE, "").replace("[\"zh\",\"en\"]", "[\"de\"]"))
                        .body())
                .contains("lacksLanguage");
        assertThat(publish(form(0, SCORE, "").replace("[\"zh\",\"en\"]", "[\"zh\",\"en\",\"tlh\"]"))
                        .body())
                .contains("\"field\":\"languages\",\"code\":\"unknown\"");
        assertThat(publish(form(0, SCORE.replace("word", "w".repeat(501)), "")).body())
                .contains("tooLong");
        StringBuilder many = new StringBuilder(SCORE);
        for (int i = 0; i < 60; i++) {
            many.append(",{\"code\":\"q")
                    .append(i)
                    .append("\",\"kind\":\"text\",\"texts\":")
                    .append(WORDS)
                    .append('}');
        }
        assertThat(publish(form(0, many.toString(), "")).body()).contains("tooMany");
        assertThat(publish("{}").status()).isEqualTo(400);
        assertThat(publish("[]").status()).isEqualTo(400);
        assertThat(room.hr().call("GET", path(), "").text("form.version")).isEqualTo("0");
    }

    private Reply publish(String body) {
        return room.hr().call("PUT", path(), body);
    }

    private String path() {
        return "exit-interviews/forms/" + room.firm;
    }

    private static String form(int version, String questions, String more) {
        return "{\"version\":" + version + ",\"languages\":[\"zh\",\"en\"],\"score\":\"exit\",\"reasons\":[{\"code\":"
                + "\"pay\",\"texts\":" + WORDS + "}],\"sections\":[{\"code\":\"s\",\"texts\":" + WORDS
                + ",\"questions\":[" + questions + "]}]" + more + "}";
    }
}
