package org.holdfast.core.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads and writes JSON bodies. A body that cannot be read is answered by where it is wrong, never by what it holds. */
@Provider
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final Set<Class<?>> RAW = Set.of(
            InputStream.class,
            Reader.class,
            byte[].class,
            String.class,
            StreamingOutput.class,
            File.class,
            char[].class);

    private final FieldSight sight;

    /**
     * Creates it.
     *
     * @param sight what the reader of an answer is told
     */
    @Inject
    public JsonBody(FieldSight sight) {
        this.sight = sight;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type, media);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type, media);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        // The whole text first: a value that cannot be written becomes a problem, not half an answer.
        out.write(ToldJson.write(value, sight));
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] body = readLimited(in, limit(annotations));
        ObjectMapper mapper = Json.mapper();
        Object value;
        try {
            value = mapper.readValue(body, mapper.constructType(generic));
        } catch (UnrecognizedPropertyException e) {
            throw RestException.invalid(List.of(new FieldError(path(e, 1), "unknown", known(e))));
        } catch (MismatchedInputException e) {
            throw RestException.invalid(path(e, 0), "form");
        } catch (JsonProcessingException e) {
            throw RestException.of(RestError.UNREADABLE_BODY, "The body is not JSON.");
        }
        if (value == null) {
            throw RestException.of(RestError.UNREADABLE_BODY, "The body is empty.");
        }
        return value;
    }

    static byte[] readLimited(InputStream in, int limit) throws IOException {
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            throw RestException.of(RestError.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
        }
        return body;
    }

    private static boolean isJson(Class<?> type, MediaType media) {
        boolean json = media.getSubtype().equals("json") || media.getSubtype().endsWith("+json");
        return json && RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type));
    }

    private static int limit(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof MaxBody limit) {
                return Math.min(limit.value(), MaxBody.HIGHEST_BYTES);
            }
        }
        return MaxBody.DEFAULT_BYTES;
    }

    /** The path is made of property names of our own records, never of the caller's words: map keys are left out. */
    private static String path(JsonMappingException e, int dropLast) {
        List<JsonMappingException.Reference> path = e.getPath();
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - dropLast))) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else if (!(step.getFrom() instanceof Map)) {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
