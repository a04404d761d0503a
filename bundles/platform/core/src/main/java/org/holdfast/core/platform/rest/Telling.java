package org.holdfast.core.platform.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the parts of a kind of record are bound to fields and to a person. Immutable, one for each class. */
final class Telling {
    private static final ClassValue<Telling> ALL = new ClassValue<>() {
        @Override
        protected Telling computeValue(Class<?> type) {
            return new Telling(type);
        }
    };

    private final Map<String, RecordComponent> parts = new HashMap<>();
    private final @Nullable RecordComponent whom;
    private final @Nullable RecordComponent where;
    private final @Nullable RecordComponent toldAs;

    private Telling(Class<?> type) {
        List<RecordComponent> all = type.isRecord() ? Arrays.asList(type.getRecordComponents()) : List.of();
        all.forEach(part -> {
            part.getAccessor().setAccessible(true);
            parts.put(part.getName(), part);
        });
        whom = marked(all, Whom.class);
        where = marked(all, Where.class);
        toldAs = marked(all, ToldAs.class);
    }

    /** Returns how a kind of record is bound; any other class is bound to nothing. */
    static Telling of(Class<?> type) {
        return ALL.get(type);
    }

    private static @Nullable RecordComponent marked(List<RecordComponent> parts, Class<? extends Annotation> mark) {
        return parts.stream()
                .filter(part -> part.isAnnotationPresent(mark) && !Map.class.isAssignableFrom(part.getType()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the field a part is bound to, or null. */
    @Nullable
    String field(String part) {
        RecordComponent found = parts.get(part);
        Told told = found == null ? null : found.getAnnotation(Told.class);
        return told == null ? null : told.value();
    }

    /** Says whether a part is a map whose keys are people. */
    boolean byPerson(String part) {
        RecordComponent found = parts.get(part);
        return found != null && found.isAnnotationPresent(Whom.class) && Map.class.isAssignableFrom(found.getType());
    }

    /** Says whether a part is ever written. */
    boolean shown(String part) {
        RecordComponent found = parts.get(part);
        ToldAs as = found == null ? null : found.getAnnotation(ToldAs.class);
        Whom who = found == null ? null : found.getAnnotation(Whom.class);
        return (as == null || as.shown()) && (who == null || who.shown());
    }

    /** Returns about whom a record is, or null where it does not say. */
    @Nullable
    Subject subject(Object record) {
        UUID subsidiary = where == null ? null : (UUID) read(where, record);
        Object who = whom == null ? null : read(whom, record);
        if (who instanceof UUID person) {
            return new Subject(person, subsidiary);
        }
        if (who != null) {
            return of(who.getClass()).subject(who);
        }
        return whom == null && where == null ? null : new Subject(null, subsidiary);
    }

    /** Says whether items of this kind are told or left out one by one. */
    boolean isItem() {
        return toldAs != null;
    }

    /** Returns the field an item is told as. */
    String toldAs(Object item) {
        return String.valueOf(read(Objects.requireNonNull(toldAs), item));
    }

    private static @Nullable Object read(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A part of " + record.getClass() + " cannot be read", e);
        }
    }

    /**
     * About whom something is.
     *
     * @param person the person, null for nobody in particular
     * @param subsidiary the subsidiary, null where it is not said
     */
    record Subject(@Nullable UUID person, @Nullable UUID subsidiary) {

        boolean told(String field, FieldSight sight) {
            return person == null ? sight.tellsIn(field, subsidiary) : sight.tells(field, person, subsidiary);
        }
    }
}
