package org.holdfast.launcher.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.launcher.start.StartFailure;

/**
 * The settings of one server: {@code config/holdfast.properties}, overridden by environment variables and command-line
 * options. Immutable.
 */
public final class Configuration {
    private static final String PREFIX = "holdfast.";

    private final Path home;
    private final Map<String, String> values;

    private Configuration(Path home, Map<String, String> values) {
        this.home = home;
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the settings.
     *
     * @param home the folder the product is installed in
     * @param environment environment variables; {@code HOLDFAST_HTTP_PORT} overrides {@code holdfast.http.port}
     * @param options command-line options by key, which override both
     * @return the settings
     * @throws StartFailure where the file cannot be read or holds a key nobody knows
     */
    public static Configuration read(Path home, Map<String, String> environment, Map<String, String> options) {
        Map<String, String> values = new HashMap<>(Setting.defaults());
        values.putAll(file(home.resolve("config").resolve("holdfast.properties")));
        for (Setting setting : Setting.values()) {
            String value = environment.get(environmentName(setting.key()));
            if (value != null && !value.isBlank()) {
                values.put(setting.key(), value);
            }
        }
        values.putAll(options);
        return new Configuration(home.toAbsolutePath().normalize(), values);
    }

    /**
     * Returns these settings with some changed.
     *
     * @param changes values by setting
     * @return the changed settings
     */
    public Configuration with(Map<Setting, String> changes) {
        Map<String, String> changed = new HashMap<>(values);
        changes.forEach((setting, value) -> changed.put(setting.key(), value));
        return new Configuration(home, changed);
    }

    private static Map<String, String> file(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(e, "failure.settingsFile", file);
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(Setting.defaults().keySet());
        if (!unknown.isEmpty()) {
            throw new StartFailure("failure.unknownSettings", file, String.join(", ", unknown));
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> {
            String value = properties.getProperty(key).strip();
            if (!value.isEmpty()) {
                values.put(key, value);
            }
        });
        return values;
    }

    private static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the folder the product is installed in.
     *
     * @return an absolute path
     */
    public Path home() {
        return home;
    }

    /**
     * Returns a setting as text.
     *
     * @param setting which
     * @return its value, empty where it has none
     */
    public String text(Setting setting) {
        return values.getOrDefault(setting.key(), "");
    }

    /**
     * Returns a setting as a whole number.
     *
     * @param setting which
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return its value
     * @throws StartFailure where it is not a number in that range
     */
    public int number(Setting setting, int min, int max) {
        String text = text(setting);
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, together with numbers out of range
        }
        throw new StartFailure("failure.settingNumber", setting.key(), text, min, max);
    }

    /**
     * Returns a setting as a path; a relative one starts at the installation folder.
     *
     * @param setting which
     * @return its value, or empty where it has none
     */
    public Optional<Path> path(Setting setting) {
        String text = text(setting);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(home.resolve(text).normalize());
    }

    /**
     * Returns the folder in which the server keeps its data.
     *
     * @return an absolute path
     */
    public Path dataDirectory() {
        return path(Setting.DATA_DIRECTORY).orElse(home.resolve("data"));
    }

    /**
     * Reads a secret from the file a setting names.
     *
     * @param setting the setting that names the file
     * @return the file's first line, or empty where the setting has no value
     * @throws StartFailure where the file cannot be read
     */
    public Optional<String> secret(Setting setting) {
        return path(setting).map(file -> {
            try {
                return Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
            } catch (IOException | UncheckedIOException e) {
                throw new StartFailure(e, "failure.secretFile", file, setting.key());
            }
        });
    }

    /**
     * Tells whether a key belongs to this product.
     *
     * @param key a key
     * @return true where it starts with the product's prefix
     */
    public static boolean isOurs(String key) {
        return key.startsWith(PREFIX);
    }
}
