package org.holdfast.core.offboarding.accounts;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSetting.Kind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.RegisteredSystem.Content;
import org.holdfast.core.offboarding.accounts.RegisteredSystem.Health;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/** Sets systems up. Safe for use from many threads. */
final class SystemDesk {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_AUTHORITIES = 100_000;

    private final SystemTable systems;
    private final Connectors connectors;
    private final Clock clock;

    SystemDesk(SystemTable systems, Connectors connectors, Clock clock) {
        this.systems = systems;
        this.connectors = connectors;
        this.clock = clock;
    }

    Connectors connectors() {
        return connectors;
    }

    RegisteredSystem find(UUID id, Visibility visibility) {
        return systems.find(id)
                .filter(one -> visibility.maySeeSubsidiary(one.subsidiaryId()))
                .orElseThrow(RestException::notFound);
    }

    List<RegisteredSystem> of(UUID subsidiaryId, Visibility visibility) {
        visibility.requireSubsidiary(subsidiaryId);
        return systems.of(subsidiaryId);
    }

    void scanNow(RegisteredSystem system) {
        systems.scanAt(system.id(), clock.instant());
    }

    /** Adds a system under an id the caller chose, or changes the one that has it. */
    RegisteredSystem put(UUID id, SystemFields fields, Visibility visibility) {
        Optional<RegisteredSystem> old = systems.find(id);
        UUID subsidiary = old.map(RegisteredSystem::subsidiaryId)
                .or(() -> Optional.ofNullable(fields.subsidiaryId()))
                .orElseThrow(() -> RestException.invalid("subsidiaryId", "missing"));
        visibility.requireSubsidiary(subsidiary);
        RegisteredSystem fresh = fresh(id, subsidiary, fields, old);
        try {
            if (old.isEmpty()) {
                systems.add(fresh);
            } else if (!systems.change(fresh)) {
                throw changed();
            }
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                throw RestException.of(
                        SystemError.ACCOUNT_SYSTEM_CODE_TAKEN, "The subsidiary has a system of that code.");
            }
            throw e;
        }
        return systems.find(id).orElseThrow(RestException::notFound);
    }

    private RegisteredSystem fresh(UUID id, UUID subsidiary, SystemFields fields, Optional<RegisteredSystem> old) {
        String connector = old.map(one -> one.kind().connector())
                .or(() -> Optional.ofNullable(fields.connector()))
                .orElseThrow(() -> RestException.invalid("connector", "missing"));
        AccountSystem speaks = connectors
                .find(subsidiary, connector)
                .orElseThrow(() -> RestException.of(
                        SystemError.ACCOUNT_CONNECTOR_MISSING,
                        "No bundle that is enabled for the subsidiary speaks to such systems."));
        int version = old.map(RegisteredSystem::version).orElse(0);
        if (old.isPresent() && (fields.version() == null || fields.version() != version)) {
            throw changed();
        }
        Content content = new Content(
                name(fields),
                values(speaks, fields, old.map(one -> one.content().values())));
        boolean active = fields.active() == null || fields.active();
        return new RegisteredSystem(
                id,
                subsidiary,
                new RegisteredSystem.Kind(code(fields), connector),
                version + 1,
                active,
                content,
                new Health(0, null, null, clock.instant(), null, null));
    }

    private static RestException changed() {
        return RestException.of(
                SystemError.ACCOUNT_SYSTEM_CHANGED, "Somebody else has changed the system: load it again.");
    }

    private static String code(SystemFields fields) {
        if (fields.code() == null || !CODE.matcher(fields.code()).matches()) {
            throw RestException.invalid("code", "form");
        }
        return fields.code();
    }

    private static String name(SystemFields fields) {
        String name = fields.name() == null ? "" : fields.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RestException.invalid("name", "length1To100");
        }
        return name;
    }

    /** A secret that was left out stays as it is; it can be replaced, never read. */
    private static Map<String, String> values(
            AccountSystem connector, SystemFields fields, Optional<Map<String, String>> old) {
        Map<String, String> values = new HashMap<>();
        List<FieldError> wrong = new ArrayList<>();
        Map<String, String> typed = typed(fields);
        for (SystemSetting setting : connector.settings()) {
            String value = typed.getOrDefault(setting.name(), "").strip();
            if (setting.kind() == Kind.SECRET && value.isEmpty()) {
                value = kept(connector, setting, typed, old);
            }
            problem(setting, value).ifPresent(code -> wrong.add(FieldError.of("values." + setting.name(), code)));
            values.put(setting.name(), value);
        }
        if (wrong.isEmpty()) {
            refused(connector, values).forEach(name -> wrong.add(FieldError.of("values." + name, "form")));
        }
        if (!wrong.isEmpty()) {
            throw RestException.invalid(wrong);
        }
        return values;
    }

    /** A secret that is kept goes where it went before, so that nobody learns it by naming another address. */
    private static String kept(
            AccountSystem connector,
            SystemSetting secret,
            Map<String, String> typed,
            Optional<Map<String, String>> old) {
        boolean elsewhere = old.isPresent()
                && connector.settings().stream()
                        .filter(one -> one.kind() == Kind.TEXT || one.kind() == Kind.AUTHORITIES)
                        .anyMatch(one -> !typed.getOrDefault(one.name(), "")
                                .strip()
                                .equals(old.get().getOrDefault(one.name(), "")));
        return elsewhere
                ? ""
                : old.map(known -> known.getOrDefault(secret.name(), "")).orElse("");
    }

    private static Map<String, String> typed(SystemFields fields) {
        Map<String, String> typed = new HashMap<>();
        if (fields.values() != null) {
            fields.values().forEach((name, value) -> {
                if (value != null) {
                    typed.put(name, value);
                }
            });
        }
        return typed;
    }

    private static Optional<String> problem(SystemSetting setting, String value) {
        int longest = setting.kind() == Kind.AUTHORITIES ? LONGEST_AUTHORITIES : LONGEST_VALUE;
        boolean control = setting.kind() != Kind.AUTHORITIES && value.chars().anyMatch(Character::isISOControl);
        if (value.isEmpty()) {
            return setting.required() && setting.usual().isEmpty() ? Optional.of("missing") : Optional.empty();
        }
        boolean choice = setting.kind() != Kind.CHOICE || setting.choices().contains(value);
        return value.length() > longest || control || !choice ? Optional.of("form") : Optional.empty();
    }

    private static List<String> refused(AccountSystem connector, Map<String, String> values) {
        try {
            return connector.refused(SystemCalls.settings(connector, values));
        } catch (IOException e) {
            return connector.settings().stream()
                    .filter(setting -> setting.kind() == Kind.AUTHORITIES)
                    .map(SystemSetting::name)
                    .toList();
        } catch (HoldfastException e) {
            throw RestException.of(
                    SystemError.ACCOUNT_CONNECTOR_MISSING, "The bundle that speaks to such systems does not answer.");
        }
    }
}
