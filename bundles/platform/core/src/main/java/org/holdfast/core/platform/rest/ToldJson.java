package org.holdfast.core.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes answers as far as their reader is told what they hold: the one way from a record to a reader, for JSON and for
 * exports. Parts the reader is not told are absent; the values of persons are read from what is there, nothing is opened
 * again. Safe for use from many threads.
 */
public final class ToldJson {
    private static final ObjectMapper MAPPER =
            Json.mapper().copy().registerModule(new SimpleModule("told").setSerializerModifier(new Binding()));

    private ToldJson() {}

    /**
     * Writes an answer.
     *
     * @param value the answer
     * @param sight what its reader is told
     * @return JSON in UTF-8
     * @throws JsonProcessingException where the value cannot be written
     */
    public static byte[] write(Object value, FieldSight sight) throws JsonProcessingException {
        return MAPPER.writer().withAttribute(ToldProperty.SIGHT, sight).writeValueAsBytes(value);
    }

    /**
     * Returns what of a record its reader is told, for exports in other forms.
     *
     * @param value the record
     * @param sight what its reader is told
     * @return the record as a tree
     */
    public static JsonNode tree(Object value, FieldSight sight) {
        try {
            return MAPPER.readTree(write(value, sight));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the sight of the reader before each part of each record. */
    private static final class Binding extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
            if (!description.getBeanClass().isRecord()) {
                return properties;
            }
            List<BeanPropertyWriter> bound = new ArrayList<>();
            properties.forEach(property -> bound.add(new ToldProperty(property)));
            return bound;
        }
    }
}
