package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSetting.Kind;
import org.holdfast.core.offboarding.accounts.SystemCalls.Refused;
import org.holdfast.core.offboarding.accounts.SystemViews.ChoiceView;
import org.holdfast.core.offboarding.accounts.SystemViews.ConnectorView;
import org.holdfast.core.offboarding.accounts.SystemViews.HealthView;
import org.holdfast.core.offboarding.accounts.SystemViews.SettingView;
import org.holdfast.core.offboarding.accounts.SystemViews.SystemView;
import org.holdfast.core.offboarding.accounts.SystemViews.TestView;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows systems in a reader's language, without what is secret in them. Safe for use from many threads. */
final class SystemReader {
    private final Connectors connectors;
    private final SystemCalls calls;
    private final People people;
    private final Texts texts;

    SystemReader(Connectors connectors, SystemCalls calls, People people, Texts texts) {
        this.connectors = connectors;
        this.calls = calls;
        this.people = people;
        this.texts = texts;
    }

    List<ConnectorView> connectors(UUID subsidiaryId, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return connectors.of(subsidiaryId).entrySet().stream()
                .map(one -> new ConnectorView(
                        one.getKey(),
                        texts.text(language, "accountSystem." + one.getKey()),
                        one.getValue().settings().stream()
                                .map(setting -> setting(one.getKey(), setting, language))
                                .toList()))
                .toList();
    }

    private SettingView setting(String connector, SystemSetting setting, String language) {
        String key = "accountSystem." + connector + '.' + setting.name();
        return new SettingView(
                setting.name(),
                texts.text(language, key),
                setting.kind().name().toLowerCase(Locale.ROOT),
                setting.required(),
                setting.usual(),
                setting.choices().stream()
                        .map(choice -> new ChoiceView(choice, texts.text(language, key + '.' + choice)))
                        .toList());
    }

    SystemView view(RegisteredSystem system, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        Map<String, String> shown = new HashMap<>();
        List<SystemSetting> settings = connectors
                .find(system.subsidiaryId(), system.kind().connector())
                .map(AccountSystem::settings)
                .orElse(List.of());
        Map<String, String> values = system.content().values();
        settings.stream()
                .filter(setting -> setting.kind() != Kind.SECRET)
                .forEach(setting -> shown.put(setting.name(), values.getOrDefault(setting.name(), "")));
        List<String> secrets = settings.stream()
                .filter(setting -> setting.kind() == Kind.SECRET)
                .map(SystemSetting::name)
                .filter(name -> !values.getOrDefault(name, "").isEmpty())
                .toList();
        return new SystemView(
                system.id(),
                system.subsidiaryId(),
                people.subsidiary(system.subsidiaryId()).map(Subsidiary::name).orElse(""),
                system.kind().code(),
                system.kind().connector(),
                system.content().name(),
                system.active(),
                system.version(),
                shown,
                secrets,
                health(system.health(), language));
    }

    private HealthView health(RegisteredSystem.Health health, String language) {
        @Nullable String error = health.error();
        @Nullable String scanError = health.scanError();
        @Nullable Instant held = health.heldUntil();
        return new HealthView(
                error == null ? null : words(error, language),
                held,
                health.scannedAt(),
                health.scanDueAt(),
                scanError == null ? null : words(scanError, language));
    }

    String words(String error, String language) {
        return texts.text(language, "accounts.error." + error);
    }

    TestView test(RegisteredSystem system, @Nullable String acceptLanguage) {
        try {
            return new TestView(true, calls.ask(system, AccountSystem::test), null);
        } catch (Refused e) {
            return new TestView(false, 0, words(e.error(), texts.negotiate(acceptLanguage)));
        }
    }
}
