package org.holdfast.core.offboarding.flows;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file may say: elements and attributes that a flow needs, and nothing else. */
final class FlowWords {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String HOLDFAST = "https://holdfast.org/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    static final Set<String> DRAWN = Set.of(
            "BPMNDiagram",
            "BPMNPlane",
            "BPMNShape",
            "BPMNEdge",
            "BPMNLabel",
            "BPMNLabelStyle",
            "Font",
            "Bounds",
            "waypoint");
    static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** An id: letters of any script, so that a Chinese modeller need not rename everything. */
    static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]{0,63}");

    static final Pattern OUTCOME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    static final Pattern NAME = Pattern.compile("name-[a-z]{2,3}");
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static final Set<String> BARE = Set.of("id", "name");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("definitions", Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion")),
            Map.entry("process", Set.of("id", "name", "isExecutable", "isClosed", "processType")),
            Map.entry("startEvent", BARE),
            Map.entry("endEvent", BARE),
            Map.entry("userTask", BARE),
            Map.entry("exclusiveGateway", Set.of("id", "name", "gatewayDirection")),
            Map.entry("parallelGateway", Set.of("id", "name", "gatewayDirection")),
            Map.entry("inclusiveGateway", Set.of("id", "name", "gatewayDirection")),
            Map.entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef")),
            Map.entry("boundaryEvent", Set.of("id", "name", "attachedToRef", "cancelActivity")),
            Map.entry("intermediateCatchEvent", BARE),
            Map.entry("timerEventDefinition", Set.of("id")),
            Map.entry("timeDuration", Set.of("id")),
            Map.entry("documentation", Set.of("id", "textFormat")),
            Map.entry("incoming", Set.of()),
            Map.entry("outgoing", Set.of()),
            Map.entry("textAnnotation", Set.of("id", "textFormat")),
            Map.entry("text", Set.of()),
            Map.entry("association", Set.of("id", "sourceRef", "targetRef", "associationDirection")));
    private static final Map<String, Set<String>> OURS = Map.of(
            "userTask", Set.of("step", "office", "dueHours"),
            "sequenceFlow", Set.of("outcome"),
            "boundaryEvent", Set.of("dueHours"),
            "intermediateCatchEvent", Set.of("dueHours"));
    private static final Map<String, Set<String>> INSIDE = Map.ofEntries(
            Map.entry("definitions", Set.of("process", "documentation")),
            Map.entry(
                    "process",
                    Set.of(
                            "startEvent",
                            "endEvent",
                            "userTask",
                            "exclusiveGateway",
                            "parallelGateway",
                            "inclusiveGateway",
                            "sequenceFlow",
                            "boundaryEvent",
                            "intermediateCatchEvent",
                            "documentation",
                            "textAnnotation",
                            "association")),
            Map.entry("startEvent", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("endEvent", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("userTask", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("exclusiveGateway", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("parallelGateway", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("inclusiveGateway", Set.of("documentation", "incoming", "outgoing")),
            Map.entry("sequenceFlow", Set.of("documentation")),
            Map.entry("boundaryEvent", Set.of("documentation", "incoming", "outgoing", "timerEventDefinition")),
            Map.entry(
                    "intermediateCatchEvent", Set.of("documentation", "incoming", "outgoing", "timerEventDefinition")),
            Map.entry("timerEventDefinition", Set.of("timeDuration", "documentation")),
            Map.entry("textAnnotation", Set.of("text")));

    private FlowWords() {}

    /** Whether an element may stand in another. */
    static boolean inside(String around, String element) {
        return INSIDE.getOrDefault(around, Set.of()).contains(element);
    }

    /** Whether an element may have an attribute. */
    static boolean knows(String element, String namespace, String attribute) {
        return switch (namespace) {
            case "" -> ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
            case HOLDFAST ->
                OURS.getOrDefault(element, Set.of()).contains(attribute)
                        || NAME.matcher(attribute).matches();
            case XSI -> attribute.equals("schemaLocation") || attribute.equals("type");
            default -> false;
        };
    }

    /** Whether text would be code in an engine's eyes. It never is one in ours; who writes it means something else. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
