package org.holdfast.core.offboarding.flows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How tokens move in a flow. A state is the set of places that hold one: a sequence flow on the way to a join ({@code
 * e:}), a node that waits ({@code n:}), a timer beside a task that may still come ({@code t:}). What happens by itself
 * happens at once; a state is what is left when only people and timers can go on.
 */
final class FlowMoves {
    private final FlowGraph flow;
    private final Map<String, FlowNode> nodes;
    private final Map<String, FlowEdge> edges = new HashMap<>();
    private final Map<String, List<FlowEdge>> in = new HashMap<>();
    private final Map<String, List<FlowEdge>> out = new HashMap<>();
    private final Set<String> happened = new HashSet<>();
    private final Set<String> twice = new TreeSet<>();

    FlowMoves(FlowGraph flow) {
        this.flow = flow;
        this.nodes = flow.byId();
        flow.edges().forEach(edge -> edges.put(edge.id(), edge));
        flow.nodes().forEach(node -> {
            in.put(node.id(), flow.in(node));
            out.put(node.id(), flow.out(node));
        });
    }

    private List<FlowEdge> in(FlowNode node) {
        return in.getOrDefault(node.id(), List.of());
    }

    private List<FlowEdge> out(FlowNode node) {
        return out.getOrDefault(node.id(), List.of());
    }

    /** Nodes at which two tokens met. */
    Set<String> twice() {
        return twice;
    }

    /** Nodes that no run ever came to. */
    Set<String> never() {
        Set<String> found = new TreeSet<>(nodes.keySet());
        found.removeAll(happened);
        return found;
    }

    /** The node a place belongs to. */
    String nodeOf(String place) {
        String id = place.substring(2);
        FlowEdge edge = edges.get(id);
        return place.startsWith("e:") && edge != null ? edge.target() : id;
    }

    List<Set<String>> begin() {
        for (FlowNode node : flow.nodes()) {
            if (node.kind() == FlowNode.Kind.START) {
                happened.add(node.id());
                return settled(moved(Set.of(), Set.of(), out(node)));
            }
        }
        return List.of();
    }

    /** Every state that one act of a person or one timer leads to. */
    List<Set<String>> next(Set<String> state) {
        List<Set<String>> found = new ArrayList<>();
        for (String place : state) {
            FlowNode node = nodes.get(place.substring(2));
            if (node == null || place.startsWith("e:")) {
                continue;
            }
            if (place.startsWith("t:")) {
                happened.add(node.id());
                Set<String> gone = node.interrupts() ? held(task(node)) : Set.of(place);
                found.addAll(settled(moved(state, gone, out(node))));
            } else {
                found.addAll(settled(moved(state, held(node), out(node))));
            }
        }
        return found;
    }

    private FlowNode task(FlowNode boundary) {
        FlowNode host = nodes.get(boundary.host());
        return host == null ? boundary : host;
    }

    /** What a waiting node holds: itself and the timers beside it. */
    private Set<String> held(FlowNode node) {
        Set<String> places = new HashSet<>();
        places.add("n:" + node.id());
        flow.boundaries(node).forEach(boundary -> places.add("t:" + boundary.id()));
        return places;
    }

    private Set<String> moved(Set<String> state, Set<String> gone, List<FlowEdge> onto) {
        Set<String> next = new HashSet<>(state);
        next.removeAll(gone);
        onto.forEach(edge -> put(next, "e:" + edge.id()));
        return next;
    }

    private void put(Set<String> state, String place) {
        if (!state.add(place)) {
            twice.add(nodeOf(place));
        }
    }

    private List<Set<String>> settled(Set<String> start) {
        List<Set<String>> found = new ArrayList<>();
        Deque<Set<String>> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty() && twice.isEmpty()) {
            Set<String> state = open.remove();
            List<Set<String>> on = automatic(state, false);
            // An inclusive join looks at who could still come, so it goes last.
            List<Set<String>> next = on.isEmpty() ? automatic(state, true) : on;
            if (next.isEmpty()) {
                found.add(Set.copyOf(state));
            }
            open.addAll(next);
        }
        return found;
    }

    private List<Set<String>> automatic(Set<String> state, boolean inclusive) {
        for (String place : state) {
            FlowEdge edge = place.startsWith("e:") ? edges.get(place.substring(2)) : null;
            FlowNode node = edge == null ? null : nodes.get(edge.target());
            if (edge == null || node == null || inclusive != (joins(node) && !parallel(node))) {
                continue;
            }
            if (mayEnter(node, state)) {
                happened.add(node.id());
                return entered(node, edge, state);
            }
        }
        return List.of();
    }

    private boolean joins(FlowNode node) {
        boolean waits = node.kind() == FlowNode.Kind.PARALLEL || node.kind() == FlowNode.Kind.INCLUSIVE;
        return waits && in(node).size() > 1;
    }

    private static boolean parallel(FlowNode node) {
        return node.kind() == FlowNode.Kind.PARALLEL;
    }

    private boolean mayEnter(FlowNode node, Set<String> state) {
        if (!joins(node)) {
            return true;
        }
        List<FlowEdge> empty = in(node).stream()
                .filter(edge -> !state.contains("e:" + edge.id()))
                .toList();
        return parallel(node) ? empty.isEmpty() : empty.stream().noneMatch(edge -> mayCome(edge, node, state));
    }

    /** Whether some other token could still come along a sequence flow to an inclusive join. */
    private boolean mayCome(FlowEdge last, FlowNode join, Set<String> state) {
        Set<String> back = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(last.source()));
        while (!open.isEmpty()) {
            FlowNode node = nodes.get(open.remove());
            if (node == null || node.id().equals(join.id()) || !back.add(node.id())) {
                continue;
            }
            in(node).forEach(edge -> open.add(edge.source()));
            if (node.kind() == FlowNode.Kind.BOUNDARY) {
                open.add(node.host());
            }
        }
        return state.stream().anyMatch(place -> back.contains(nodeOf(place)));
    }

    private List<Set<String>> entered(FlowNode node, FlowEdge by, Set<String> state) {
        Set<String> gone = new HashSet<>();
        if (joins(node)) {
            in(node).forEach(edge -> gone.add("e:" + edge.id()));
        } else {
            gone.add("e:" + by.id());
        }
        if (node.isTask() || node.kind() == FlowNode.Kind.WAIT) {
            Set<String> next = moved(state, gone, List.of());
            held(node).forEach(place -> put(next, place));
            return List.of(next);
        }
        List<Set<String>> found = new ArrayList<>();
        for (List<FlowEdge> choice : choices(node)) {
            found.add(moved(state, gone, choice));
        }
        return found;
    }

    /** Which sequence flows are taken together, for each outcome. */
    private List<List<FlowEdge>> choices(FlowNode node) {
        List<FlowEdge> out = out(node);
        Set<String> words = new TreeSet<>();
        out.forEach(edge -> words.add(edge.outcome()));
        words.remove("");
        if (words.isEmpty()) {
            return List.of(out);
        }
        List<List<FlowEdge>> found = new ArrayList<>();
        for (String word : words) {
            found.add(out.stream()
                    .filter(edge -> edge.outcome().isEmpty() || edge.outcome().equals(word))
                    .toList());
        }
        return found;
    }
}
