package org.holdfast.launcher.bundles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/** A part of a JSON description that knows its file and key, so that every complaint names both. */
record JsonPart(String file, String path, JsonNode node) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Parses a whole description, which must be a JSON object without a key written twice. */
    static JsonPart parse(String file, InputStream content) throws IOException {
        try {
            return root(file, JSON.readTree(content));
        } catch (JsonProcessingException e) {
            Message what =
                    Message.of("bundleDescription.noJson", e.getLocation().getLineNr());
            throw new BundleFailure(
                    DescriptionError.DESCRIPTION_WRONG,
                    Message.of("bundleDescription.wrong", file, Message.of("bundleDescription.topLevel"), what),
                    e);
        }
    }

    private static JsonPart root(String file, JsonNode node) {
        JsonPart part = new JsonPart(file, "", node);
        if (!node.isObject()) {
            throw part.wrong("noObject");
        }
        return part;
    }

    BundleFailure wrong(String what, Object... arguments) {
        Message place =
                path.isEmpty() ? Message.of("bundleDescription.topLevel") : Message.of("bundleDescription.key", path);
        return new BundleFailure(
                DescriptionError.DESCRIPTION_WRONG,
                Message.of("bundleDescription.wrong", file, place, Message.of("bundleDescription." + what, arguments)));
    }

    /** Refuses keys nobody reads: a misspelt key must not be ignored. */
    JsonPart keys(String... known) {
        if (!node.isObject()) {
            throw wrong("noObject");
        }
        Set<String> allowed = new HashSet<>(Arrays.asList(known));
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                throw at(name, node.get(name)).wrong("unknownKey");
            }
        }
        return this;
    }

    JsonPart part(String key) {
        JsonNode child = node.get(key);
        if (child == null || child.isNull()) {
            throw at(key, node).wrong("missing");
        }
        return at(key, child);
    }

    String text(String key) {
        JsonPart part = part(key);
        if (!part.node.isTextual()) {
            throw part.wrong("noText");
        }
        return part.node.textValue();
    }

    String textOrEmpty(String key) {
        return node.has(key) ? text(key) : "";
    }

    double number(String key) {
        JsonPart part = part(key);
        if (!part.node.isNumber()) {
            throw part.wrong("noNumber");
        }
        return part.node.doubleValue();
    }

    int whole(String key) {
        return part(key).asWhole();
    }

    int asWhole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("noWholeNumber");
        }
        return node.intValue();
    }

    /** Returns a truth that may be left out, which is false then. */
    boolean truthOrFalse(String key) {
        if (!node.has(key)) {
            return false;
        }
        JsonPart part = part(key);
        if (!part.node.isBoolean()) {
            throw part.wrong("noTruth");
        }
        return part.node.booleanValue();
    }

    boolean has(String key) {
        return node.has(key);
    }

    <T> List<T> list(String key, Function<JsonPart, T> reader) {
        JsonPart part = part(key);
        if (!part.node.isArray()) {
            throw part.wrong("noList");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < part.node.size(); i++) {
            items.add(new JsonPart(file, part.path + "[" + i + "]", part.node.get(i)).read(reader));
        }
        return items;
    }

    <T> List<T> listOrEmpty(String key, Function<JsonPart, T> reader) {
        return node.has(key) ? list(key, reader) : List.of();
    }

    List<String> texts(String key) {
        return list(key, JsonPart::asText);
    }

    <E extends Enum<E>> E word(String key, E[] words) {
        return part(key).asWord(words);
    }

    <E extends Enum<E>> E asWord(E[] words) {
        String text = asText();
        for (E word : words) {
            if (camelCase(word.name()).equals(text)) {
                return word;
            }
        }
        throw wrong(
                "noWord",
                String.join(
                        ", ", Arrays.stream(words).map(w -> camelCase(w.name())).toList()));
    }

    /** Runs a reader and turns what the API's records refuse into a complaint about this part. */
    <T> T read(Function<JsonPart, T> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException e) {
            throw wrong("refused", String.valueOf(e.getMessage()));
        }
    }

    String asText() {
        if (!node.isTextual()) {
            throw wrong("noText");
        }
        return node.textValue();
    }

    private JsonPart at(String key, @Nullable JsonNode child) {
        return new JsonPart(file, path.isEmpty() ? key : path + "." + key, child == null ? node : child);
    }

    static String camelCase(String name) {
        StringBuilder word = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
