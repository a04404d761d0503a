package org.holdfast.core.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;

/** Fills every part of every answer about one person, so that what is missing in the end was not told. */
final class Samples {
    private final UUID person;
    private final UUID subsidiary;
    private final Collection<String> items;

    /** Creates samples about a person, with an item for each field in lists whose items are told one by one. */
    Samples(UUID person, UUID subsidiary, Collection<String> items) {
        this.person = person;
        this.subsidiary = subsidiary;
        this.items = items;
    }

    Object of(Type type) {
        return of(type, Map.of(), "text");
    }

    private Object of(Type type, Map<String, Type> bound, String word) {
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.get(variable.getName()), Map.of(), word);
        }
        Class<?> raw = raw(type);
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("text", of(((ParameterizedType) type).getActualTypeArguments()[1], bound, word));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return all(((ParameterizedType) type).getActualTypeArguments()[0], bound, word);
        }
        return raw.isRecord() ? record(raw, bound(type, raw), word) : plain(raw, word);
    }

    private List<Object> all(Type element, Map<String, Type> bound, String word) {
        Class<?> raw = element instanceof TypeVariable<?> variable ? raw(bound.get(variable.getName())) : raw(element);
        boolean oneByOne = raw.isRecord()
                && Arrays.stream(raw.getRecordComponents()).anyMatch(part -> part.isAnnotationPresent(ToldAs.class));
        List<Object> list = new ArrayList<>();
        (oneByOne ? items : List.of(word)).forEach(one -> list.add(of(element, bound, one)));
        return list;
    }

    private Object record(Class<?> type, Map<String, Type> bound, String word) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = part(parts[i], bound, word);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Object part(RecordComponent part, Map<String, Type> bound, String word) {
        if (part.isAnnotationPresent(Where.class)) {
            return subsidiary;
        }
        if (part.isAnnotationPresent(Whom.class) && part.getType() == UUID.class) {
            return person;
        }
        if (part.isAnnotationPresent(Whom.class) && part.isAnnotationPresent(Told.class)) {
            return Map.of(person.toString(), word);
        }
        return of(part.getGenericType(), bound, word);
    }

    private static Object plain(Class<?> type, String word) {
        Map<Class<?>, Object> known = new HashMap<>();
        known.put(String.class, word);
        known.put(Object.class, word);
        known.put(UUID.class, new UUID(5, 5));
        known.put(LocalDate.class, LocalDate.EPOCH);
        known.put(Instant.class, Instant.EPOCH);
        known.put(OffsetDateTime.class, OffsetDateTime.MIN.plusYears(1_000_002_000L));
        known.put(boolean.class, true);
        known.put(Boolean.class, true);
        Set.of(int.class, Integer.class).forEach(number -> known.put(number, 1));
        Set.of(long.class, Long.class).forEach(number -> known.put(number, 1L));
        Set.of(double.class, Double.class).forEach(number -> known.put(number, 1.0));
        known.put(BigDecimal.class, BigDecimal.ONE);
        Object value = type.isEnum() ? type.getEnumConstants()[0] : known.get(type);
        if (value == null) {
            throw new IllegalStateException("No sample of " + type);
        }
        return value;
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    static Map<String, Type> bound(Type type, Class<?> raw) {
        Map<String, Type> bound = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                bound.put(raw.getTypeParameters()[i].getName(), parameterized.getActualTypeArguments()[i]);
            }
        }
        return bound;
    }
}
