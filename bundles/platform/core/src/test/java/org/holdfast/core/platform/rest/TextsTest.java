package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.protection.ProtectionError;
import org.holdfast.core.access.AccessError;
import org.holdfast.core.intake.IntakeError;
import org.holdfast.core.protection.rights.RightsError;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final Texts texts = new Texts(() -> registry);

    @Test
    void coreSpeaksEnglishAndChinese() {
        assertThat(texts.languages()).extracting(Language::tag).containsExactly("en", "zh");
        assertThat(texts.find("zh", "role.groupHr")).contains("集团人力资源");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"core", "people", "intake", "signals", "risk", "retention", "insight", "privacy", "bundles"})
    void chineseHasEveryKeyOfEnglishAndFillsInTheSame(String room) throws Exception {
        Properties english = read("/text/" + room + "_en.properties");
        Properties chinese = read("/text/" + room + "_zh.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void whatTheLauncherHasToSayIsSaidInTheReadersLanguage() {
        Message reason =
                Message.of("bundleReason.faults", 3, Message.of("bundleReason.callTimedOut", "Engine.train", 5));

        assertThat(texts.text("zh", reason)).isEqualTo("十分钟内出错 3 次；最后一次：对 Engine.train 的调用没有在 5 秒内结束。");
        assertThat(texts.text("en", reason)).isEqualTo(reason.toString());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RestError.class,
                AccessError.class,
                IntakeError.class,
                RegistryError.class,
                TableError.class,
                ProtectionError.class,
                RightsError.class
            })
    void everyProblemOfACallerHasItsAdviceInBothLanguages(Class<? extends ErrorCode> codes) {
        for (ErrorCode error : codes.getEnumConstants()) {
            String code = error.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(texts.find("en", "problem." + code + ".detail").isPresent()
                            || code.equals("unavailable")
                            || code.equals("conflict"))
                    .as(code)
                    .isTrue();
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void languageBundleAddsALanguageUntilItIsRemoved() {
        registry.install("de", "language", "de", Map.of("text/core_de.properties", "role.dpo=Datenschutz"));

        assertThat(texts.negotiate("de-AT,de;q=0.9,en;q=0.5")).isEqualTo("de");
        assertThat(texts.find("de", "role.dpo")).contains("Datenschutz");
        assertThat(texts.find("de", "role.auditor")).contains("Auditor");

        registry.remove("de");

        assertThat(texts.negotiate("de")).isEqualTo("en");
    }

    @Test
    void bundleCannotReplaceATextOfTheCore() {
        registry.install("bad", "industry", "bad", Map.of("text/x_en.properties", "role.dpo=Boss\nx.own=Own"));

        assertThat(texts.find("en", "role.dpo")).contains("Data-protection officer");
        assertThat(texts.find("zh", "x.own")).contains("Own");
    }

    @Test
    void unreadableHeaderFallsBackToEnglish() {
        assertThat(texts.negotiate(";;q=x")).isEqualTo("en");
        assertThat(texts.negotiate(null)).isEqualTo("en");
        assertThat(texts.negotiate("zh-CN,zh;q=0.9")).isEqualTo("zh");
    }

    @Test
    void arabicRunsFromTheRight() {
        assertThat(Language.of("ar").direction()).isEqualTo("rtl");
        assertThat(Language.of("zh")).isEqualTo(new Language("zh", "中文", "ltr"));
    }

    private static Properties read(String path) throws java.io.IOException {
        Properties properties = new Properties();
        try (var in = TextsTest.class.getResourceAsStream(path)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
