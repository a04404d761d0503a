package org.holdfast.api.connector;

import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * The settings of one system.
 *
 * @param values by name of the setting; each that a {@link SystemSetting} names is there, empty where nothing was typed and nothing
 *     is usual
 * @param tls for connections over TLS: trusts the authorities of the settings, or those of Java where there are none. Whoever
 *     connects has to ask for the comparison of host names
 * @since 1.1.0
 */
public record SystemSettings(Map<String, String> values, SSLContext tls) {

    /** Copies the values. */
    public SystemSettings {
        values = Map.copyOf(values);
        Objects.requireNonNull(tls, "tls");
    }

    /**
     * Returns a value.
     *
     * @param name name of the setting
     * @return the value, empty where there is none
     */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Says nothing of the values: there are secrets among them. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
