package org.holdfast.core.offboarding.flows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes flows with few words, drawn as the rules demand. */
final class FlowText {
    private final String key;
    private final List<String> parts = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();
    private int edges;

    FlowText(String key) {
        this.key = key;
    }

    static FlowText flow() {
        return new FlowText("own").node("startEvent", "start").node("endEvent", "end");
    }

    FlowText node(String kind, String id) {
        return raw("<bpmn:" + kind + " id=\"" + id + "\"/>").draw(id);
    }

    FlowText task(String id, String step, String office) {
        return raw("<bpmn:userTask id=\"" + id + "\" holdfast:step=\"" + step + "\" holdfast:office=\"" + office
                        + "\"/>")
                .draw(id);
    }

    /** A task of a step, called as the step with a hyphen between its words. */
    FlowText step(String id) {
        return task(id, stepOf(id), "hr");
    }

    private static String stepOf(String id) {
        return FlowStep.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_')).code();
    }

    FlowText timer(String id, String host, boolean interrupting, String length) {
        return raw("<bpmn:boundaryEvent id=\"" + id + "\" attachedToRef=\"" + host + "\" cancelActivity=\""
                        + interrupting
                        + "\"><bpmn:timerEventDefinition><bpmn:timeDuration>" + length
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>")
                .draw(id);
    }

    /** Leads from node to node. */
    FlowText way(String... nodes) {
        for (int i = 1; i < nodes.length; i++) {
            edge(nodes[i - 1], nodes[i], "");
        }
        return this;
    }

    FlowText when(String source, String outcome, String target) {
        return edge(source, target, " holdfast:outcome=\"" + outcome + "\"");
    }

    private FlowText edge(String source, String target, String more) {
        String id = "e" + ++edges;
        return raw("<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + source + "\" targetRef=\"" + target + "\""
                        + more + "/>")
                .draw(id);
    }

    FlowText raw(String xml) {
        parts.add(xml);
        return this;
    }

    FlowText draw(String id) {
        drawn.add("<bpmndi:BPMNShape bpmnElement=\"" + id + "\"/>");
        return this;
    }

    FlowText undrawn() {
        drawn.clear();
        return this;
    }

    String text() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"\n"
                + " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\"\n"
                + " xmlns:holdfast=\"https://holdfast.org/bpmn\" xmlns:flowable=\"http://flowable.org/bpmn\"\n"
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">\n"
                + "<bpmn:process id=\"" + key + "\" name=\"Own\" isExecutable=\"true\">\n"
                + String.join("\n", parts)
                + "\n</bpmn:process>\n<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>\n"
                + String.join("\n", drawn)
                + "\n</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
