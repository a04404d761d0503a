package org.holdfast.core.offboarding.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.platform.rest.Json;

/**
 * Writes events as CloudEvents 1.0 in structured mode. The same event is written the same at each attempt, so that its receiver can tell
 * a second one by its bytes, too. Safe for use from many threads.
 */
final class EventDocument {
    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String SCHEMA = "urn:holdfast:offboarding-event:1";
    private static final String TYPE = "org.holdfast.offboarding.";

    private final AudienceTable audiences;

    EventDocument(AudienceTable audiences) {
        this.audiences = audiences;
    }

    /** Returns the type of a kind: part of the API, like its code. */
    static String type(CaseChange.Kind kind) {
        return TYPE + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the type of a ping, which is sent by hand and tells of nobody. */
    static String pingType() {
        return TYPE + "ping";
    }

    /**
     * Writes an event for a target.
     *
     * @param event the event
     * @param target who is told
     * @param pseudonym how the target knows the person
     * @return the body
     */
    byte[] write(CaseEvent event, Target target, String pseudonym) {
        ObjectNode all = envelope(target, event.id(), type(event.kind()), event.at());
        all.put("subject", pseudonym);
        // The extension is compared as text: all are of one length.
        all.put("sequence", String.format(Locale.ROOT, "%020d", event.number()));
        all.set("data", data(event, audiences.of(target.wanted().audience())));
        return bytes(all);
    }

    /** Writes an event that says nothing, so that a receiver can be tried. */
    byte[] ping(Target target, UUID id, Instant at) {
        ObjectNode all = envelope(target, id, pingType(), at);
        all.set("data", Json.mapper().createObjectNode());
        return bytes(all);
    }

    private static ObjectNode envelope(Target target, UUID id, String type, Instant at) {
        ObjectNode all = Json.mapper().createObjectNode();
        all.put("specversion", "1.0");
        all.put("id", id.toString());
        all.put("source", "urn:uuid:" + target.subsidiaryId());
        all.put("type", type);
        all.put("time", DateTimeFormatter.ISO_INSTANT.format(at));
        all.put("datacontenttype", "application/json");
        all.put("dataschema", SCHEMA);
        return all;
    }

    private static ObjectNode data(CaseEvent event, Set<EventField> told) {
        ObjectNode data = Json.mapper().createObjectNode();
        for (EventField field : EventField.values()) {
            String value = told.contains(field) ? value(field, event) : "";
            if (!value.isEmpty()) {
                data.put(field.code(), value);
            }
        }
        return data;
    }

    private static String value(EventField field, CaseEvent event) {
        return switch (field) {
            case EMPLOYEE_NO -> event.content().employeeNo();
            case CASE -> event.about().caseId().toString();
            case LAST_DAY -> event.content().lastDay().toString();
            case STEP -> of(event, step -> step.step().code());
            case OFFICE -> of(event, step -> step.office().code());
            case DUE_ON -> of(event, step -> step.dueOn().toString());
            case OUTCOME -> of(event, CaseChange.Step::outcome);
        };
    }

    private static String of(CaseEvent event, Function<CaseChange.Step, String> part) {
        CaseChange.Step step = event.content().step();
        return step == null ? "" : part.apply(step);
    }

    private static byte[] bytes(ObjectNode all) {
        try {
            return Json.mapper().writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can be written", e);
        }
    }
}
