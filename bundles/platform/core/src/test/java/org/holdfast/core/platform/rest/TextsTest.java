package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final Texts texts = new Texts(() -> registry);

    @Test
    void coreSpeaksEnglishAndChinese() {
        assertThat(texts.languages()).extracting(Language::tag).containsExactly("en", "zh");
        assertThat(texts.find("zh", "role.groupHr")).contains("集团人力资源");
    }

    @Test
    void chineseHasEveryKeyOfEnglish() throws Exception {
        Properties english = read("/text/core_en.properties");
        Properties chinese = read("/text/core_zh.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
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
            properties.load(in);
        }
        return properties;
    }
}
