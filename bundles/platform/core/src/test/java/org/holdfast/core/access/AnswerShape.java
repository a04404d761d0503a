package org.holdfast.core.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.Endpoint;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;

/** What an endpoint answers, part by part: which are bound to a field, which say whom it is about. */
final class AnswerShape {
    private AnswerShape() {}

    /** Returns the record an endpoint answers with; empty for none and for what is no record. */
    static Optional<Type> type(Endpoint endpoint) {
        APIResponseSchema said = endpoint.handler().getAnnotation(APIResponseSchema.class);
        Type type = said == null ? endpoint.handler().getGenericReturnType() : said.value();
        Class<?> raw = Samples.raw(type);
        return raw.isRecord() || raw.isSealed() ? Optional.of(type) : Optional.empty();
    }

    /** Returns the shapes an answer may have. */
    static List<Type> shapes(Type type) {
        Class<?> raw = Samples.raw(type);
        return raw.isSealed() ? List.<Type>of(raw.getPermittedSubclasses()) : List.of(type);
    }

    /** Says whether an answer tells something of a person. */
    static boolean tells(Type type) {
        return shapes(type).stream().anyMatch(shape -> !fields(shape).isEmpty());
    }

    /** Returns the fields an answer is bound to. */
    static Set<String> fields(Type type) {
        Set<String> fields = new TreeSet<>();
        walk(type, Map.of(), new HashSet<>(), (record, part) -> {
            Told told = part.getAnnotation(Told.class);
            if (told != null) {
                fields.add(told.value());
            }
            if (part.isAnnotationPresent(ToldAs.class)) {
                fields.add("*");
            }
        });
        return fields;
    }

    /** Returns the parts of an answer that are bound to nothing and not marked as telling nothing. */
    static List<String> unbound(Type type) {
        List<String> unbound = new ArrayList<>();
        walk(type, Map.of(), new HashSet<>(), (record, part) -> {
            boolean marked = Stream.of(Told.class, Whom.class, Where.class, TellsNothing.class, ToldAs.class)
                    .anyMatch(part::isAnnotationPresent);
            boolean item =
                    Arrays.stream(record.getRecordComponents()).anyMatch(one -> one.isAnnotationPresent(ToldAs.class));
            if (!marked && !item && records(part.getGenericType(), Map.of()).isEmpty()) {
                unbound.add(record.getSimpleName() + '.' + part.getName());
            }
        });
        return unbound;
    }

    /** Meets the parts that are not covered by a bound part around them, and the marks within bound ones. */
    private static void walk(Type type, Map<String, Type> bound, Set<Class<?>> met, Meeting meeting) {
        Class<?> raw = Samples.raw(type);
        if (raw.isAnnotationPresent(TellsNothing.class) || !met.add(raw)) {
            return;
        }
        Map<String, Type> inner = Samples.bound(type, raw);
        boolean item = isItem(raw);
        for (RecordComponent part : raw.getRecordComponents()) {
            meeting.meet(raw, part);
            if (!item && !part.isAnnotationPresent(Told.class) && !part.isAnnotationPresent(TellsNothing.class)) {
                records(part.getGenericType(), inner.isEmpty() ? bound : inner)
                        .forEach(found -> walk(found, inner, met, meeting));
            }
        }
    }

    /** Returns the kinds of record a part holds; a part of an unknown kind holds some. */
    private static List<Type> records(Type type, Map<String, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            Type actual = bound.get(variable.getName());
            return actual == null ? List.of(type) : records(actual, Map.of());
        }
        List<Type> found = new ArrayList<>();
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                found.addAll(records(argument, bound));
            }
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            found.add(plain);
        }
        return found;
    }

    /** Returns the names of an answer's parts as it was written, see {@code access/answers.csv}. */
    static Set<String> written(JsonNode answer, Type type) {
        Set<String> names = new TreeSet<>();
        collect(answer, type, "", names);
        return names;
    }

    private static void collect(JsonNode node, Type type, String path, Set<String> names) {
        Class<?> raw = Samples.raw(type);
        Map<String, Type> bound = Samples.bound(type, raw);
        for (RecordComponent part : raw.getRecordComponents()) {
            JsonNode value = node.get(part.getName());
            if (value == null || (value.isObject() && value.isEmpty())) {
                continue;
            }
            String name = path + part.getName();
            List<Type> inner = records(part.getGenericType(), bound);
            boolean items = inner.stream().anyMatch(AnswerShape::isItem);
            if (items) {
                value.forEach(item -> names.add(name + '[' + label(item) + ']'));
            }
            if (inner.isEmpty() || items || part.isAnnotationPresent(Told.class) || isNothing(part)) {
                names.add(name);
            } else {
                JsonNode one = value.isArray() ? value.path(0) : value;
                collect(one, inner.get(0), name + '.', names);
            }
        }
    }

    private static boolean isNothing(RecordComponent part) {
        return part.isAnnotationPresent(TellsNothing.class);
    }

    private static boolean isItem(Type type) {
        return type instanceof Class<?> record
                && Arrays.stream(record.getRecordComponents()).anyMatch(part -> part.isAnnotationPresent(ToldAs.class));
    }

    /** Every word of a sample item is the field it is told as. */
    private static String label(JsonNode item) {
        for (JsonNode value : item) {
            if (value.isTextual() && value.asText().matches("[a-zA-Z]+")) {
                return value.asText();
            }
        }
        throw new IllegalStateException("An item without words: " + item);
    }

    /** What is done with a part. */
    @FunctionalInterface
    private interface Meeting {
        void meet(Class<?> record, RecordComponent part);
    }
}
