package org.holdfast.core.offboarding.accounts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSetting.Kind;
import org.holdfast.api.connector.SystemSettings;
import org.holdfast.core.access.Authorities;

/** Asks systems through their connectors, outside any transaction. Safe for use from many threads. */
final class SystemCalls {
    /** No bundle that may be called for the subsidiary speaks to systems of this kind. */
    static final String CONNECTOR_MISSING = "connectorMissing";
    /** The bundle failed, or gave an answer that is none. */
    static final String CONNECTOR_FAILED = "connectorFailed";
    /** The certificates of the settings are none. */
    static final String SETTINGS_WRONG = "settingsWrong";

    private final Connectors connectors;

    SystemCalls(Connectors connectors) {
        this.connectors = connectors;
    }

    /** A system did not do what it was asked. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String error;
        private final boolean everything;
        private final transient Duration retryAfter;

        Refused(String error, boolean everything, Duration retryAfter) {
            super(error);
            this.error = error;
            this.everything = everything;
            this.retryAfter = retryAfter;
        }

        /** Returns why, as a code. */
        String error() {
            return error;
        }

        /** Says whether it concerns the whole system, not the one thing it was asked. */
        boolean everything() {
            return everything;
        }

        /** Returns how long the system wants to be left alone, zero where it names no time. */
        Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Asks a system.
     *
     * @throws Refused where it did not do what it was asked, whatever the reason
     */
    <T> T ask(RegisteredSystem system, BiFunction<AccountSystem, SystemSettings, T> question) {
        AccountSystem connector = connectors
                .find(system.subsidiaryId(), system.kind().connector())
                .orElseThrow(() -> new Refused(CONNECTOR_MISSING, true, Duration.ZERO));
        try {
            T answer = question.apply(
                    connector, settings(connector, system.content().values()));
            if (answer == null) {
                throw new Refused(CONNECTOR_FAILED, true, Duration.ZERO);
            }
            return answer;
        } catch (AccountSystemException e) {
            throw refused(e);
        } catch (HoldfastException | IllegalArgumentException e) {
            throw new Refused(CONNECTOR_FAILED, true, Duration.ZERO);
        } catch (IOException e) {
            throw new Refused(SETTINGS_WRONG, true, Duration.ZERO);
        }
    }

    private static Refused refused(AccountSystemException why) {
        boolean one = why.error() == AccountSystemError.REFUSED || why.error() == AccountSystemError.MALFORMED_ANSWER;
        return new Refused(code(why.error()), !one, why.retryAfter());
    }

    private static String code(AccountSystemError error) {
        return switch (error) {
            case THROTTLED -> "throttled";
            case UNREACHABLE -> "unreachable";
            case CREDENTIALS_REFUSED -> "credentialsRefused";
            case NOT_FOUND -> "notFound";
            case REFUSED -> "refused";
            case MALFORMED_ANSWER -> "malformedAnswer";
        };
    }

    /**
     * Puts what is usual where nothing was typed.
     *
     * @throws IOException where the certificates among them cannot be read
     */
    static SystemSettings settings(AccountSystem connector, Map<String, String> typed) throws IOException {
        Map<String, String> values = new HashMap<>();
        String authorities = "";
        for (SystemSetting setting : connector.settings()) {
            String value = typed.getOrDefault(setting.name(), "");
            values.put(setting.name(), value.isEmpty() ? setting.usual() : value);
            if (setting.kind() == Kind.AUTHORITIES) {
                authorities = value;
            }
        }
        return new SystemSettings(values, tls(authorities));
    }

    private static SSLContext tls(String authorities) throws IOException {
        return authorities.isBlank()
                ? Authorities.context(Optional.empty())
                : Authorities.context(new ByteArrayInputStream(authorities.getBytes(StandardCharsets.UTF_8)));
    }
}
