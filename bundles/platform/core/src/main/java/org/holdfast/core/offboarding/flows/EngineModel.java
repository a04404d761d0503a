package org.holdfast.core.offboarding.flows;

import java.util.Map;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a flow what the engine runs: nodes by id, and for each outcome a condition that we write. The file itself,
 * its names and texts never come to the engine, so nothing in them can be taken for code.
 */
final class EngineModel {
    /** The one variable; it lives while a task is completed and is stored nowhere. */
    static final String OUTCOME = "outcome";

    private EngineModel() {}

    static BpmnModel of(FlowGraph flow, String key) {
        Process process = new Process();
        process.setId(key);
        Map<String, FlowNode> nodes = flow.byId();
        for (FlowNode node : flow.nodes()) {
            FlowElement made = node(node);
            made.setId(node.id());
            process.addFlowElement(made);
        }
        for (FlowNode node : nodes.values()) {
            if (process.getFlowElement(node.id()) instanceof BoundaryEvent boundary
                    && process.getFlowElement(node.host()) instanceof UserTask host) {
                boundary.setAttachedToRef(host);
                boundary.setAttachedToRefId(host.getId());
            }
        }
        for (FlowEdge edge : flow.edges()) {
            SequenceFlow made = new SequenceFlow(edge.source(), edge.target());
            made.setId(edge.id());
            if (!edge.outcome().isEmpty()) {
                made.setConditionExpression("${" + OUTCOME + " == '" + edge.outcome() + "'}");
            }
            process.addFlowElement(made);
        }
        BpmnModel model = new BpmnModel();
        model.setTargetNamespace(FlowWords.HOLDFAST);
        model.addProcess(process);
        return model;
    }

    private static FlowElement node(FlowNode node) {
        return switch (node.kind()) {
            case START -> new StartEvent();
            case END -> new EndEvent();
            case TASK -> new UserTask();
            case EXCLUSIVE -> new ExclusiveGateway();
            case PARALLEL -> new ParallelGateway();
            case INCLUSIVE -> new InclusiveGateway();
            case WAIT -> timed(new IntermediateCatchEvent(), node.timer());
            case BOUNDARY -> boundary(node);
        };
    }

    private static FlowElement boundary(FlowNode node) {
        BoundaryEvent event = new BoundaryEvent();
        event.setCancelActivity(node.interrupts());
        return timed(event, node.timer());
    }

    private static FlowElement timed(Event event, FlowNode.@Nullable Timer timer) {
        TimerEventDefinition definition = new TimerEventDefinition();
        definition.setTimeDuration(timer == null ? "PT1H" : timer.length().toString());
        event.addEventDefinition(definition);
        return event;
    }
}
