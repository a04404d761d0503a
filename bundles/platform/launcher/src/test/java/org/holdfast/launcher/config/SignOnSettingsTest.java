package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOnSettingsTest {
    @TempDir
    Path home;

    @Test
    void withoutSettingsPasswordsAreLongAndNobodyElseVouches() {
        SignOnSettings settings = read(Map.of());

        assertThat(settings.passwords().shortest()).isEqualTo(15);
        assertThat(settings.longestToken()).isEqualTo(Duration.ofDays(366));
        assertThat(settings.passkeyAddress()).isEmpty();
        assertThat(settings.directory()).isEmpty();
        assertThat(settings.groups()).isEqualTo(new GroupRules(java.util.List.of(), false));
    }

    @Test
    void aDirectoryIsReadWithItsGroups() throws IOException {
        write("config/sign-on-groups.csv", "# notes\nCN=HR,DC=firm ; subsidiaryHr ; SZ, CD\n\nCN=DPO,DC=firm;dpo\n");
        write("secret", "of the searcher\n");
        SignOnSettings settings = read(Map.of(
                "holdfast.directory.servers", "ldaps://one.example, ldap://two.example:1389",
                "holdfast.directory.people", "OU=People,DC=firm",
                "holdfast.directory.user", "CN=holdfast,DC=firm",
                "holdfast.directory.password-file", "secret",
                "holdfast.sign-on.new-accounts", "true"));

        DirectorySettings directory = settings.directory().orElseThrow();
        assertThat(directory.servers()).hasSize(2);
        assertThat(directory.user().orElseThrow().password()).isEqualTo("of the searcher");
        assertThat(directory.toString()).doesNotContain("of the searcher");
        assertThat(settings.groups().newAccounts()).isTrue();
        assertThat(settings.groups().rules())
                .containsExactly(
                        new GroupRules.Rule("CN=HR,DC=firm", "subsidiaryHr", Set.of("SZ", "CD")),
                        new GroupRules.Rule("CN=DPO,DC=firm", "dpo", Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holdfast.directory.servers|http://one.example|failure.settingDirectory",
                "holdfast.directory.servers|one.example|failure.settingDirectory",
                "holdfast.directory.people|''|failure.settingMissing",
                "holdfast.directory.user|CN=x|failure.settingMissing",
                "holdfast.directory.ca-file|nowhere.pem|failure.settingFile",
                "holdfast.directory.person-filter|(uid=*)|failure.settingFilter",
                "holdfast.sign-on.passkey-address|http://holdfast.firm.example|failure.settingHttps",
                "holdfast.sign-on.new-accounts|perhaps|failure.settingYesNo",
                "holdfast.sign-on.new-accounts|true|failure.settingNeedsGroups",
                "holdfast.sign-on.groups-file|nowhere.csv|failure.groupsFile",
                "holdfast.sign-on.password-length|7|failure.settingNumber"
            })
    void aWrongSettingEndsTheStartAndIsNamed(String key, String value, String failure) {
        Map<String, String> options = new HashMap<>(Map.of(
                "holdfast.directory.servers", "ldaps://one.example", "holdfast.directory.people", "OU=People,DC=firm"));
        options.put(key, value);

        assertThatThrownBy(() -> read(options))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        thrown -> assertThat(thrown.sentence().key()).isEqualTo(failure));
    }

    @Test
    void aLineOfGroupsWithoutARoleOfPeopleEndsTheStart() throws IOException {
        for (String line : new String[] {"CN=HR,DC=firm", "CN=HR;boss", "CN=HR;local", ";dpo", "CN=HR;dpo;SZ;more"}) {
            write("config/sign-on-groups.csv", line + "\n");
            assertThatThrownBy(() -> read(Map.of()))
                    .as(line)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(line);
        }
    }

    private SignOnSettings read(Map<String, String> options) {
        return SignOnSettings.of(Configuration.read(home, Map.of(), options));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
