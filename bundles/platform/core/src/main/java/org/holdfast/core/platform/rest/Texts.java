package org.holdfast.core.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.api.bundle.BundleManifest;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Placeholders;
import org.jspecify.annotations.Nullable;

/**
 * Every text the server can show, by language and key: the core's and those in the {@code text/} folders of bundles.
 *
 * <p>A key the core has cannot be replaced by a bundle; among bundles the higher ranking wins. A key without a text in
 * a language is looked up in the language without its region, then in English. Safe for use from many threads; a
 * change of the bundles is seen at the next call.
 */
public final class Texts {
    /** The language every key has a text in. */
    public static final String FALLBACK = "en";

    private static final List<String> CORE_LANGUAGES = List.of("en", "zh");
    /** Message files of the core, one per room that has texts. */
    private static final List<String> ROOMS = List.of(
            "core",
            "access",
            "people",
            "intake",
            "signals",
            "risk",
            "retention",
            "insight",
            "protection",
            "privacy",
            "notification",
            "plans",
            "programmes",
            "outcomes",
            "surveys",
            "settlement",
            "accounts",
            "knowledge",
            "assets",
            "papers",
            "interviews",
            "effect",
            "holdout",
            "events",
            "exits",
            "preparation",
            "flows",
            "bundles",
            "https");

    private static final Pattern FILE =
            Pattern.compile(BundleManifest.TEXT_FOLDER + "/[^_/]+_([a-z]{2,3}(?:_[A-Za-z0-9]+)*)\\.properties");

    private static final NavigableMap<String, String> EMPTY = Collections.emptyNavigableMap();

    private final Supplier<CapabilityRegistry> registry;
    private volatile @Nullable Snapshot latest;

    /**
     * Creates the look-up.
     *
     * @param registry where bundles are found, asked at each call
     */
    public Texts(Supplier<CapabilityRegistry> registry) {
        this.registry = registry;
    }

    /**
     * Returns the languages there are: the core's, and those for which a started bundle provides {@code language}.
     *
     * @return languages, by tag
     */
    public List<Language> languages() {
        return snapshot().merged.keySet().stream().map(Language::of).toList();
    }

    /**
     * Returns the best language for a reader.
     *
     * @param acceptLanguage the header {@code Accept-Language}, or null
     * @return tag of an existing language, {@value #FALLBACK} where none fits or the header cannot be read
     */
    public String negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return FALLBACK;
        }
        try {
            String tag = Locale.lookupTag(
                    Locale.LanguageRange.parse(acceptLanguage),
                    snapshot().merged.keySet());
            return tag == null ? FALLBACK : tag;
        } catch (IllegalArgumentException e) {
            return FALLBACK;
        }
    }

    /**
     * Returns all texts of a language, with what it lacks filled from its fallbacks.
     *
     * @param tag tag of the language
     * @return texts by key, or empty where there is no such language
     */
    public Optional<NavigableMap<String, String>> all(String tag) {
        return Optional.ofNullable(snapshot().merged.get(tag));
    }

    /**
     * Returns a text.
     *
     * @param tag tag of an existing language; another is treated as {@value #FALLBACK}
     * @param key the text's key
     * @return the text, or empty where no language of the chain has the key
     */
    public Optional<String> find(String tag, String key) {
        Snapshot now = snapshot();
        NavigableMap<String, String> texts = now.merged.get(tag);
        if (texts == null) {
            texts = now.merged.get(FALLBACK);
        }
        return texts == null ? Optional.empty() : Optional.ofNullable(texts.get(key));
    }

    /**
     * Returns a text with its places filled.
     *
     * @param tag tag of the language
     * @param key the text's key
     * @param values what replaces <code>{0}</code>, <code>{1}</code> and so on; a message is said in the same language
     * @return the text, or the key where there is none
     */
    public String text(String tag, String key, Object... values) {
        Object[] said = new Object[values.length];
        for (int place = 0; place < values.length; place++) {
            said[place] = values[place] instanceof Message message ? text(tag, message) : values[place];
        }
        return Placeholders.fill(find(tag, key).orElse(key), said);
    }

    /**
     * Says what the launcher has to say.
     *
     * @param tag tag of the language
     * @param message what to say
     * @return its text
     */
    public String text(String tag, Message message) {
        return text(tag, message.key(), message.arguments().toArray());
    }

    private Snapshot snapshot() {
        CapabilityRegistry bundles = registry.get();
        long changes = bundles.changes();
        Snapshot known = latest;
        if (known == null || known.changes != changes) {
            known = read(bundles, changes);
            latest = known;
        }
        return known;
    }

    private static Snapshot read(CapabilityRegistry bundles, long changes) {
        NavigableMap<String, NavigableMap<String, String>> found = new TreeMap<>();
        for (String language : CORE_LANGUAGES) {
            found.put(language, new TreeMap<>());
            for (String room : ROOMS) {
                String path = "/" + BundleManifest.TEXT_FOLDER + "/" + room + "_" + language + ".properties";
                add(found, language, Optional.ofNullable(Texts.class.getResourceAsStream(path)));
            }
        }
        NavigableMap<String, NavigableMap<String, String>> merged = new TreeMap<>();
        CORE_LANGUAGES.forEach(language -> merged.put(language, new TreeMap<>()));
        List<BundleReport> active = bundles.bundles().stream()
                .filter(bundle -> bundle.state() == BundleReport.State.ACTIVE)
                .sorted(Comparator.comparingInt(BundleReport::ranking).reversed())
                .toList();
        for (BundleReport bundle : active) {
            readBundle(bundles, bundle.symbolicName(), found);
            bundle.provides().stream()
                    .filter(provided -> provided.capability().equals("language"))
                    .forEach(provided -> merged.put(provided.code(), new TreeMap<>()));
        }
        merged.forEach((tag, texts) ->
                chain(tag).forEach(step -> found.getOrDefault(step, EMPTY).forEach(texts::putIfAbsent)));
        return new Snapshot(changes, merged);
    }

    private static void readBundle(
            CapabilityRegistry bundles, String name, Map<String, NavigableMap<String, String>> found) {
        for (String path : bundles.resources(name, BundleManifest.TEXT_FOLDER)) {
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                add(found, file.group(1).replace('_', '-'), bundles.resource(name, path));
            }
        }
    }

    private static List<String> chain(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return List.of(tag, language, FALLBACK);
    }

    private static void add(
            Map<String, NavigableMap<String, String>> found, String language, Optional<InputStream> content) {
        if (content.isEmpty()) {
            return;
        }
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(content.get(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("A message file cannot be read", e);
        }
        NavigableMap<String, String> texts = found.computeIfAbsent(language, any -> new TreeMap<>());
        properties.forEach((key, text) -> texts.putIfAbsent((String) key, (String) text));
    }

    private record Snapshot(long changes, NavigableMap<String, NavigableMap<String, String>> merged) {}
}
