package org.holdfast.core.platform.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.rest.Telling.Subject;
import org.jspecify.annotations.Nullable;

/** Writes a part of a record as far as the reader is told it: whole, without some items, or not at all. */
final class ToldProperty extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    /** The attribute under which the sight of the reader lies. */
    static final Object SIGHT = FieldSight.class;

    ToldProperty(BeanPropertyWriter plain) {
        super(plain);
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
        Telling telling = Telling.of(bean.getClass());
        FieldSight sight = (FieldSight) provider.getAttribute(SIGHT);
        if (!telling.shown(getName())) {
            return;
        }
        String field = telling.field(getName());
        Object value = get(bean);
        if (field != null && value instanceof Map<?, ?> map && telling.byPerson(getName())) {
            provider.defaultSerializeField(getName(), told(map, field, sight), out);
            return;
        }
        Subject around = around(bean, out.getOutputContext());
        if (field != null && (around == null || !around.told(field, sight))) {
            return;
        }
        if (value instanceof Collection<?> items && items.stream().anyMatch(ToldProperty::isItem)) {
            provider.defaultSerializeField(getName(), told(items, around, sight), out);
        } else {
            super.serializeAsField(bean, out, provider);
        }
    }

    private static boolean isItem(@Nullable Object item) {
        return item != null && Telling.of(item.getClass()).isItem();
    }

    /** Whom a part is about: who its record names, else the nearest one around it. Where nobody does, nobody is told. */
    private static @Nullable Subject around(Object bean, JsonStreamContext place) {
        Subject found = Telling.of(bean.getClass()).subject(bean);
        for (JsonStreamContext at = place; found == null && at != null; at = at.getParent()) {
            Object outer = at.getCurrentValue();
            found = outer == null ? null : Telling.of(outer.getClass()).subject(outer);
        }
        return found;
    }

    private static List<?> told(Collection<?> items, @Nullable Subject around, FieldSight sight) {
        return items.stream()
                .filter(item -> {
                    Telling telling = Telling.of(item.getClass());
                    Subject own = telling.subject(item);
                    Subject subject = own == null ? around : own;
                    return !telling.isItem() || (subject != null && subject.told(telling.toldAs(item), sight));
                })
                .toList();
    }

    private static Map<Object, Object> told(Map<?, ?> entries, String field, FieldSight sight) {
        Map<Object, Object> told = new LinkedHashMap<>();
        entries.forEach((person, value) -> {
            if (sight.tells(field, UUID.fromString(String.valueOf(person)), null)) {
                told.put(person, value);
            }
        });
        return told;
    }
}
