package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpsSettingsTest {
    @TempDir
    Path home;

    @Test
    void withoutSettingsThereIsNoHttps() {
        assertThat(HttpsSettings.of(read(Map.of()))).isEmpty();
    }

    @Test
    void tokensNeedACertificateWhereAnAuthorityIsNamedAndPeopleDoNot() {
        HttpsSettings without = HttpsSettings.of(read(needed())).orElseThrow();
        Map<String, String> named = needed();
        named.put("holdfast.https.client-ca", "ca.pem");
        HttpsSettings with = HttpsSettings.of(read(named)).orElseThrow();

        assertThat(without.tls12()).isFalse();
        assertThat(without.clients().neededForTokens()).isFalse();
        assertThat(with.clients().neededForTokens()).isTrue();
        assertThat(with.clients().neededForAll()).isFalse();
        assertThat(with.watched()).hasSize(2).contains(home.resolve("ca.pem"));
    }

    @ParameterizedTest
    @CsvSource({
        "holdfast.https.port,70000,failure.settingNumber",
        "holdfast.https.tls12,yes,failure.settingChoice",
        "holdfast.https.client-certificate,sometimes,failure.settingChoice",
        "holdfast.https.certificate-file,'',failure.settingMissing"
    })
    void aWrongSettingIsNamed(String key, String value, String failure) {
        Map<String, String> wrong = needed();
        wrong.put(key, value);

        StartFailure thrown = catchThrowableOfType(StartFailure.class, () -> HttpsSettings.of(read(wrong)));

        assertThat(thrown.sentence().key()).isEqualTo(failure);
        assertThat(thrown.getMessage()).contains(key);
    }

    private static Map<String, String> needed() {
        return new HashMap<>(
                Map.of("holdfast.https.port", "8443", "holdfast.https.certificate-file", "/somewhere/server.p12"));
    }

    private Configuration read(Map<String, String> options) {
        return Configuration.read(home, Map.of(), options);
    }
}
