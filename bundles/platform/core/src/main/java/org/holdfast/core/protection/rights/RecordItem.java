package org.holdfast.core.protection.rights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held: names of fields with their values, in their order. Values are texts, numbers and truth values;
 * what is not known is left out.
 *
 * @param fields the fields
 */
public record RecordItem(Map<String, Object> fields) {

    /** Copies the fields, in their order. */
    public RecordItem {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Begins an item.
     *
     * @return a builder, for one thread
     */
    public static Builder with() {
        return new Builder();
    }

    /** Collects fields. */
    public static final class Builder {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a field; nothing is added for an empty or unknown value.
         *
         * @param name its name
         * @param value a text, a number that is not NaN, a truth value, or what is told as its text; null where not known
         * @return this builder
         */
        public Builder and(String name, @Nullable Object value) {
            if (value instanceof Number number) {
                if (!Double.isNaN(number.doubleValue())) {
                    fields.put(name, number);
                }
            } else if (value instanceof Boolean truth) {
                fields.put(name, truth);
            } else if (value != null && !value.toString().isEmpty()) {
                fields.put(name, value.toString());
            }
            return this;
        }

        /**
         * Ends the item.
         *
         * @return the item
         */
        public RecordItem item() {
            return new RecordItem(fields);
        }
    }
}
