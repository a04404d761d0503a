package org.holdfast.core.offboarding.flows;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BPMN 2.0 file into a flow. What it does not know it refuses, naming element and line; nothing of the file
 * reaches the engine but ids and the closed words of this room.
 */
final class FlowReader {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int HOURS = 8784;
    private static final int NODES = 200;
    private static final Map<String, FlowNode.Kind> KINDS = Map.of(
            "startEvent", FlowNode.Kind.START,
            "endEvent", FlowNode.Kind.END,
            "userTask", FlowNode.Kind.TASK,
            "exclusiveGateway", FlowNode.Kind.EXCLUSIVE,
            "parallelGateway", FlowNode.Kind.PARALLEL,
            "inclusiveGateway", FlowNode.Kind.INCLUSIVE,
            "intermediateCatchEvent", FlowNode.Kind.WAIT,
            "boundaryEvent", FlowNode.Kind.BOUNDARY);

    private final List<FlowFinding> findings = new ArrayList<>();
    private final List<FlowNode> nodes = new ArrayList<>();
    private final List<FlowEdge> edges = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> drawn = new HashSet<>();

    private FlowReader() {}

    /**
     * Reads a file.
     *
     * @param file its bytes
     * @return the flow, not yet checked as a whole
     * @throws FlowRefusal where something in it is not allowed or cannot be read
     */
    static FlowGraph read(byte[] file) throws FlowRefusal {
        return new FlowReader().flow(XmlTree.read(file));
    }

    private FlowGraph flow(XmlElement root) throws FlowRefusal {
        if (!root.name().equals(new QName(FlowWords.BPMN, "definitions"))) {
            throw new FlowRefusal("flowElement", root.said(), root.line());
        }
        attributes(root);
        List<XmlElement> processes = new ArrayList<>();
        for (XmlElement child : root.children()) {
            if (FlowWords.DRAWING.contains(child.name().getNamespaceURI())) {
                drawing(child);
            } else if (allowed(root, child) && child.local().equals("process")) {
                processes.add(child);
            }
        }
        throwFindings();
        if (processes.size() != 1) {
            throw new FlowRefusal("flowProcess", "process", root.line());
        }
        FlowGraph found = process(processes.get(0));
        throwFindings();
        return found;
    }

    private void throwFindings() throws FlowRefusal {
        if (!findings.isEmpty()) {
            throw new FlowRefusal(findings);
        }
    }

    private FlowGraph process(XmlElement process) {
        String key = process.attribute("id");
        if (key == null || !FlowWords.KEY.matcher(key).matches()) {
            add("flowKey", process);
            key = "";
        }
        for (XmlElement child : process.children()) {
            if (allowed(process, child)) {
                part(child);
            }
        }
        references();
        drawn();
        if (nodes.size() > NODES) {
            add("flowTooLarge", process);
        }
        return new FlowGraph(key, names(process, key), nodes, edges);
    }

    private void part(XmlElement element) {
        FlowNode.Kind kind = KINDS.get(element.local());
        boolean edge = element.local().equals("sequenceFlow");
        if (kind == null && !edge) {
            return;
        }
        String id = element.attribute("id");
        if (id == null || !FlowWords.ID.matcher(id).matches() || !ids.add(id)) {
            add("flowId", element);
        } else if (edge) {
            edges.add(edge(element, id));
        } else if (kind != null) {
            nodes.add(new FlowNode(id, kind, element.line(), task(element, kind), timer(element, kind)));
        }
    }

    private FlowEdge edge(XmlElement element, String id) {
        String outcome = element.attribute(FlowWords.HOLDFAST, "outcome");
        if (outcome != null && !FlowWords.OUTCOME.matcher(outcome).matches()) {
            add("flowOutcome", element);
        }
        return new FlowEdge(
                id,
                orEmpty(element.attribute("sourceRef")),
                orEmpty(element.attribute("targetRef")),
                orEmpty(outcome),
                element.line());
    }

    private FlowNode.@Nullable Task task(XmlElement element, FlowNode.Kind kind) {
        if (kind != FlowNode.Kind.TASK) {
            return null;
        }
        FlowStep step = FlowStep.ofCode(orEmpty(element.attribute(FlowWords.HOLDFAST, "step")))
                .orElse(null);
        FlowOffice office = FlowOffice.ofCode(orEmpty(element.attribute(FlowWords.HOLDFAST, "office")))
                .orElse(null);
        if (step == null) {
            add("flowStep", element);
        }
        if (office == null) {
            add("flowOffice", element);
        }
        Integer due = hours(element);
        return step == null || office == null ? null : new FlowNode.Task(step, office, due);
    }

    private @Nullable Integer hours(XmlElement element) {
        String text = element.attribute(FlowWords.HOLDFAST, "dueHours");
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HOURS) {
            add("flowDuration", element);
            return 1;
        }
        return Integer.valueOf(text);
    }

    private FlowNode.@Nullable Timer timer(XmlElement element, FlowNode.Kind kind) {
        if (kind != FlowNode.Kind.WAIT && kind != FlowNode.Kind.BOUNDARY) {
            return null;
        }
        return new FlowNode.Timer(
                length(element),
                orEmpty(element.attribute("attachedToRef")),
                kind == FlowNode.Kind.BOUNDARY && !"false".equals(element.attribute("cancelActivity")));
    }

    /** A timer says its length once: as an ISO 8601 duration or in hours. */
    private Duration length(XmlElement element) {
        Integer hours = hours(element);
        List<XmlElement> timers = element.children().stream()
                .filter(child -> child.local().equals("timerEventDefinition"))
                .toList();
        List<XmlElement> durations = timers.stream()
                .flatMap(timer -> timer.children().stream())
                .filter(child -> child.local().equals("timeDuration"))
                .toList();
        if (timers.size() != 1 || durations.size() > 1 || (hours == null) == durations.isEmpty()) {
            add("flowDuration", element);
            return Duration.ofHours(1);
        }
        if (hours != null) {
            return Duration.ofHours(hours);
        }
        try {
            Duration length = Duration.parse(durations.get(0).text());
            if (length.compareTo(Duration.ofMinutes(1)) >= 0 && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeParseException e) {
            // Told below, as any other length that cannot be.
        }
        add("flowDuration", element);
        return Duration.ofHours(1);
    }

    private void references() {
        Set<String> known = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        for (FlowNode node : nodes) {
            known.add(node.id());
            if (node.isTask()) {
                tasks.add(node.id());
            }
        }
        for (FlowEdge edge : edges) {
            if (!known.contains(edge.source()) || !known.contains(edge.target())) {
                findings.add(new FlowFinding("flowReference", edge.id(), edge.line()));
            }
        }
        for (FlowNode node : nodes) {
            if (node.kind() == FlowNode.Kind.BOUNDARY && !tasks.contains(node.host())) {
                findings.add(new FlowFinding("flowReference", node.id(), node.line()));
            }
        }
    }

    /** A flow that cannot be drawn cannot be shown to those whose offboarding it is. */
    private void drawn() {
        for (FlowNode node : nodes) {
            if (!drawn.contains(node.id())) {
                findings.add(new FlowFinding("flowDiagram", node.id(), node.line()));
            }
        }
        for (FlowEdge edge : edges) {
            if (!drawn.contains(edge.id())) {
                findings.add(new FlowFinding("flowDiagram", edge.id(), edge.line()));
            }
        }
    }

    private void drawing(XmlElement element) {
        if (!FlowWords.DRAWING.contains(element.name().getNamespaceURI())
                || !FlowWords.DRAWN.contains(element.local())) {
            add("flowElement", element);
            return;
        }
        element.attributes().keySet().stream()
                .filter(name -> !name.getNamespaceURI().isEmpty())
                .forEach(name ->
                        findings.add(new FlowFinding("flowAttribute", element.said() + " " + name, element.line())));
        String shown = element.attribute("bpmnElement");
        if (shown != null && element.name().getNamespaceURI().equals(FlowWords.BPMNDI)) {
            drawn.add(shown);
        }
        element.children().forEach(this::drawing);
    }

    /** Looks at an element and all in it; says whether to read on. */
    private boolean allowed(XmlElement around, XmlElement element) {
        if (!element.name().getNamespaceURI().equals(FlowWords.BPMN)
                || !FlowWords.inside(around.local(), element.local())) {
            add("flowElement", element);
            return false;
        }
        boolean fine = attributes(element);
        if (FlowWords.isExpression(element.text())) {
            add("flowExpression", element);
            fine = false;
        }
        for (XmlElement child : element.children()) {
            // The parts of a process are looked at one by one.
            fine &= element.local().equals("process") || allowed(element, child);
        }
        return fine;
    }

    private boolean attributes(XmlElement element) {
        int before = findings.size();
        for (Map.Entry<QName, String> one : element.attributes().entrySet()) {
            QName name = one.getKey();
            if (!FlowWords.knows(element.local(), name.getNamespaceURI(), name.getLocalPart())) {
                findings.add(new FlowFinding("flowAttribute", element.said() + " " + name, element.line()));
            } else if (FlowWords.isExpression(one.getValue())) {
                add("flowExpression", element);
            }
        }
        return findings.size() == before;
    }

    private static Map<String, String> names(XmlElement element, String key) {
        Map<String, String> found = new HashMap<>();
        String name = element.attribute("name");
        found.put("en", name == null || name.isBlank() ? key : name);
        element.attributes().forEach((attribute, text) -> {
            if (attribute.getNamespaceURI().equals(FlowWords.HOLDFAST)) {
                found.put(attribute.getLocalPart().substring("name-".length()), text);
            }
        });
        return found;
    }

    private void add(String code, XmlElement element) {
        findings.add(new FlowFinding(code, element.said(), element.line()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
