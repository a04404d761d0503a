package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules(15, List.of("Drachenwerk", "天龙"));

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough secret",
                "correct donkey battery sofa",
                "vier Gabeln suchen Regen",
                "四十二只小猫在春天的花园里安静地睡觉",
                "kmq7 vtp3 xzd9 rwf2",
                "lvseyizishuixiangxiatian dengzi"
            })
    void aLongPasswordOfUnrelatedWordsIsTakenWhateverItIsMadeOf(String password) {
        assertThatCode(() -> rules.check("password", "mei.lin", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234567",
                "Passw0rd!Passw0rd!",
                "P@ssw0rd12345678",
                "qwertyuiopasdfghjkl",
                "1qaz2wsx3edc4rfv5tgb",
                "123456789012345678",
                "abcdefghijklmnopqrst",
                "aaaaaaaaaaaaaaaaaaaa",
                "iloveyouiloveyou",
                "correcthorsebatterystaple",
                "woaini1314520woaini",
                "woaizhongguo2026",
                "wodemimashi123456",
                "zhangwei19880808",
                "gongxifacai888888",
                "xiaolongbaobao123",
                "password is secret"
            })
    void whatStandsInListsOfLeakedPasswordsIsRefusedInWhateverGuise(String password) {
        assertThat(code("mei.lin", password)).isEqualTo("passwordWellKnown");
    }

    @ParameterizedTest
    @CsvSource({
        "mei.lin, too short 4 it, passwordTooShort",
        "hr, my name is hr and long, passwordHasUsername",
        "zhao.jianguo@firm.example, vier JIANGUO suchen Regen, passwordHasUsername",
        "mei.lin, vier drachenWERK suchen, passwordHasFirm",
        "mei.lin, the Holdfast of four forks, passwordHasFirm"
    })
    void aShortOneAndTheNamesOfUserAndFirmAreRefused(String username, String password, String code) {
        assertThat(code(username, password)).isEqualTo(code);
    }

    @Test
    void moreThan128CharactersAreRefusedAndAsManyAreCheckedAtOnce() {
        assertThat(code("mei.lin", "x".repeat(129))).isEqualTo("passwordTooLong");
        rules.check("password", "mei.lin", "warm up the lists first");
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> code("mei.lin", "ab1".repeat(42)));
    }

    @Test
    void theAnswerSaysHowLongInTheCallersLanguage() {
        AccessWorld world = new AccessWorld(data);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", AccessWorld.PASSWORD);

        Reply reply = world.server.with("Accept-Language", "zh").call("POST", "users", user("kurz"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors.0.message")).contains("至少需要 15 个字符");
    }

    private static String user(String password) {
        return "{\"username\":\"an.other\",\"password\":\"" + password + "\",\"roles\":[\"dpo\"]}";
    }

    private String code(String username, String password) {
        RestException refused =
                catchThrowableOfType(RestException.class, () -> rules.check("password", username, password));
        return refused == null ? "" : refused.errors().get(0).code();
    }
}
