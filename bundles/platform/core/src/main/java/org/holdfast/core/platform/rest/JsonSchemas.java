package org.holdfast.core.platform.rest;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes Java types as JSON schemas of OpenAPI 3.1: records become named components, whatever they hold follows. */
final class JsonSchemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = new HashMap<>();

    static {
        plain(Map.of(), Object.class);
        plain(Map.of("type", "string"), String.class, CharSequence.class, char.class, Character.class);
        plain(Map.of("type", "string", "format", "uuid"), UUID.class);
        plain(Map.of("type", "string", "format", "date"), LocalDate.class);
        plain(Map.of("type", "string", "format", "date-time"), Instant.class, OffsetDateTime.class);
        plain(Map.of("type", "boolean"), boolean.class, Boolean.class);
        plain(Map.of("type", "integer", "format", "int32"), int.class, Integer.class, OptionalInt.class, short.class);
        plain(Map.of("type", "integer", "format", "int64"), long.class, Long.class, OptionalLong.class);
        plain(Map.of("type", "number", "format", "double"), double.class, Double.class, OptionalDouble.class);
        plain(Map.of("type", "number", "format", "float"), float.class, Float.class);
    }

    private final SortedMap<String, Object> components = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();

    SortedMap<String, Object> components() {
        return components;
    }

    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<String, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            Type actual = bound.get(variable.getName());
            return actual == null ? Map.of() : of(actual, Map.of());
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bound);
        }
        if (type instanceof GenericArrayType array) {
            return array(of(array.getGenericComponentType(), bound));
        }
        if (type instanceof ParameterizedType parameterized) {
            return ofParameterized(parameterized, bound);
        }
        return type instanceof Class<?> plain ? ofClass(plain) : Map.of();
    }

    private Map<String, Object> ofParameterized(ParameterizedType type, Map<String, Type> bound) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return array(of(arguments[0], bound));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1], bound));
        }
        if (raw == Optional.class) {
            return nullable(of(arguments[0], bound));
        }
        if (!raw.isRecord()) {
            return Map.of("type", "object");
        }
        Map<String, Type> inner = new HashMap<>();
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (int i = 0; i < arguments.length; i++) {
            Type argument = arguments[i] instanceof TypeVariable<?> variable
                    ? bound.getOrDefault(variable.getName(), Object.class)
                    : arguments[i];
            inner.put(raw.getTypeParameters()[i].getName(), argument);
            name.append("Of").append(argument instanceof Class<?> simple ? simple.getSimpleName() : "Any");
        }
        return reference(raw, name.toString(), inner);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type.isEnum()) {
            List<String> values =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
            return Map.of("type", "string", "enum", values);
        }
        if (type.isArray()) {
            return type == byte[].class
                    ? Map.of("type", "string", "contentEncoding", "base64")
                    : array(ofClass(type.getComponentType()));
        }
        if (type.isSealed()) {
            return Map.of(
                    "anyOf",
                    Arrays.stream(type.getPermittedSubclasses())
                            .map(this::ofClass)
                            .toList());
        }
        return type.isRecord() ? reference(type, type.getSimpleName(), Map.of()) : Map.of("type", "object");
    }

    private Map<String, Object> reference(Class<?> type, String wanted, Map<String, Type> bound) {
        String identity = type.getName() + bound;
        String name = wanted;
        // Two records of the same simple name in two rooms are told apart by a number.
        for (int i = 2; !owners.computeIfAbsent(name, any -> identity).equals(identity); i++) {
            name = wanted + i;
        }
        if (!components.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            components.put(name, Map.of());
            Telling telling = Telling.of(type);
            for (RecordComponent part : type.getRecordComponents()) {
                if (!telling.shown(part.getName())) {
                    continue;
                }
                Map<String, Object> schema = of(part.getGenericType(), bound);
                boolean mayBeNull = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
                properties.put(part.getName(), mayBeNull ? nullable(schema) : schema);
                if (!mayBeNull && part.getType() != Optional.class && telling.field(part.getName()) == null) {
                    required.add(part.getName());
                }
            }
            components.put(name, Map.of("type", "object", "properties", properties, "required", required));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static void plain(Map<String, Object> schema, Class<?>... types) {
        for (Class<?> type : types) {
            PLAIN.put(type, schema);
        }
    }
}
