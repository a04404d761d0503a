package org.holdfast.core.offboarding.flows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A flow as the file says it, without anything the engine could take for code.
 *
 * @param key id of the process
 * @param names what it is called, by language; {@code en} is always there
 * @param nodes its nodes in the order of the file
 * @param edges its sequence flows
 */
record FlowGraph(String key, Map<String, String> names, List<FlowNode> nodes, List<FlowEdge> edges) {

    FlowGraph {
        names = Map.copyOf(names);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    Map<String, FlowNode> byId() {
        Map<String, FlowNode> found = new LinkedHashMap<>();
        nodes.forEach(node -> found.put(node.id(), node));
        return found;
    }

    List<FlowEdge> in(FlowNode node) {
        return edges.stream().filter(edge -> edge.target().equals(node.id())).toList();
    }

    List<FlowEdge> out(FlowNode node) {
        return edges.stream().filter(edge -> edge.source().equals(node.id())).toList();
    }

    List<FlowNode> boundaries(FlowNode host) {
        List<FlowNode> found = new ArrayList<>();
        for (FlowNode node : nodes) {
            if (node.kind() == FlowNode.Kind.BOUNDARY && node.host().equals(host.id())) {
                found.add(node);
            }
        }
        return found;
    }

    /** The words of which whoever completes a task says one. */
    NavigableSet<String> outcomes(FlowNode task) {
        NavigableSet<String> found = new TreeSet<>();
        Map<String, FlowNode> all = byId();
        for (FlowEdge edge : out(task)) {
            FlowNode next = all.get(edge.target());
            if (next != null && next.isGateway()) {
                out(next).stream()
                        .map(FlowEdge::outcome)
                        .filter(word -> !word.isEmpty())
                        .forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            found.add(FlowTask.DONE);
        }
        return found;
    }
}
