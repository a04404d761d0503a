package org.holdfast.core.offboarding.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a flow makes sense as a whole: how its nodes hang together, that each is reached and leads to an end, that it
 * cannot turn in circles by itself, and that none of the group's mandatory steps can be left out.
 */
final class FlowRules {
    private final FlowGraph flow;
    private final Map<String, FlowNode> nodes;
    private final List<FlowFinding> findings = new ArrayList<>();

    private FlowRules(FlowGraph flow) {
        this.flow = flow;
        this.nodes = flow.byId();
    }

    /**
     * Checks a flow.
     *
     * @param flow the flow
     * @param mandatory steps the group demands of every flow
     * @return what is wrong, empty where it may run
     */
    static List<FlowFinding> check(FlowGraph flow, Set<FlowStep> mandatory) {
        FlowRules rules = new FlowRules(flow);
        rules.degrees();
        if (rules.findings.isEmpty()) {
            rules.outcomes();
        }
        if (rules.findings.isEmpty()) {
            rules.ways();
        }
        if (rules.findings.isEmpty()) {
            rules.findings.addAll(FlowSoundness.check(flow));
        }
        rules.mandatory(mandatory);
        return List.copyOf(rules.findings);
    }

    private void degrees() {
        long starts = flow.nodes().stream()
                .filter(node -> node.kind() == FlowNode.Kind.START)
                .count();
        long ends = flow.nodes().stream()
                .filter(node -> node.kind() == FlowNode.Kind.END)
                .count();
        if (starts != 1 || ends < 1) {
            findings.add(new FlowFinding("flowStartEnd", flow.key(), 0));
        }
        for (FlowNode node : flow.nodes()) {
            if (!fits(node.kind(), flow.in(node).size(), flow.out(node).size())) {
                add("flowDegree", node);
            }
        }
    }

    private static boolean fits(FlowNode.Kind kind, int in, int out) {
        return switch (kind) {
            case START, BOUNDARY -> in == 0 && out == 1;
            case END -> in >= 1 && out == 0;
            case TASK, WAIT -> in >= 1 && out == 1;
            case EXCLUSIVE, PARALLEL, INCLUSIVE -> in >= 1 && out >= 1;
        };
    }

    /** A gateway that chooses does so by the outcome of the one task before it, each outcome leading somewhere. */
    private void outcomes() {
        for (FlowNode node : flow.nodes()) {
            List<FlowEdge> out = flow.out(node);
            boolean chooses = out.size() > 1
                    && (node.kind() == FlowNode.Kind.EXCLUSIVE || node.kind() == FlowNode.Kind.INCLUSIVE);
            long said = out.stream().filter(edge -> !edge.outcome().isEmpty()).count();
            if (!chooses && said > 0) {
                add("flowOutcomes", node);
            } else if (chooses && !decided(node, out, said)) {
                add("flowOutcomes", node);
            }
        }
    }

    private boolean decided(FlowNode node, List<FlowEdge> out, long said) {
        List<FlowEdge> in = flow.in(node);
        FlowNode before = in.size() == 1 ? nodes.get(in.get(0).source()) : null;
        if (before == null || !before.isTask()) {
            return false;
        }
        if (node.kind() == FlowNode.Kind.INCLUSIVE) {
            return said > 0;
        }
        return said == out.size()
                && out.stream().map(FlowEdge::outcome).distinct().count() == said;
    }

    private void ways() {
        Set<String> reached = new HashSet<>();
        flow.nodes().stream()
                .filter(node -> node.kind() == FlowNode.Kind.START)
                .forEach(start -> forward(start, reached));
        for (FlowNode node : flow.nodes()) {
            if (!reached.contains(node.id())) {
                add("flowUnreached", node);
            } else if (!endsFrom(node)) {
                add("flowNoEnd", node);
            } else if (turns(node)) {
                add("flowLoop", node);
            }
        }
    }

    private void forward(FlowNode node, Set<String> reached) {
        if (!reached.add(node.id())) {
            return;
        }
        flow.out(node).forEach(edge -> forward(node(edge.target()), reached));
        flow.boundaries(node).forEach(boundary -> forward(boundary, reached));
    }

    private boolean endsFrom(FlowNode node) {
        Set<String> seen = new HashSet<>();
        forward(node, seen);
        return seen.stream().anyMatch(id -> node(id).kind() == FlowNode.Kind.END);
    }

    /** Whether a run comes back to a node although nobody did anything: a timer is nobody. */
    private boolean turns(FlowNode node) {
        Set<String> seen = new HashSet<>();
        alone(node, seen);
        return seen.contains(node.id());
    }

    private void alone(FlowNode node, Set<String> seen) {
        List<FlowNode> next = new ArrayList<>(flow.boundaries(node));
        if (!node.isTask()) {
            flow.out(node).forEach(edge -> next.add(node(edge.target())));
        }
        for (FlowNode one : next) {
            if (seen.add(one.id())) {
                alone(one, seen);
            }
        }
    }

    /** Which of some steps a run can do without. */
    static Set<FlowStep> droppedSteps(FlowGraph flow, Set<FlowStep> steps) {
        FlowRules rules = new FlowRules(flow);
        Set<FlowStep> found = new TreeSet<>(steps);
        found.removeIf(step -> !rules.endsWithout(step));
        return found;
    }

    private void mandatory(Set<FlowStep> steps) {
        for (FlowStep step : droppedSteps(flow, steps)) {
            findings.add(new FlowFinding("flowMandatory", step.code(), line(step)));
        }
    }

    private int line(FlowStep step) {
        return flow.nodes().stream()
                .filter(node -> node.task() != null && node.task().step() == step)
                .mapToInt(FlowNode::line)
                .findFirst()
                .orElse(0);
    }

    /**
     * Blocks every task of a step and looks whether an end is still reached: a parallel join when all that lead to it
     * are, anything else when one is. What only a timer beside a task starts does not count as a way to the end: it may
     * never come, and the task stays open.
     */
    private boolean endsWithout(FlowStep step) {
        Set<String> passed = new HashSet<>();
        Set<String> entered = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (FlowNode node : flow.nodes()) {
                if (enters(node, passed, entered)) {
                    more |= entered.add(node.id());
                    boolean blocked = node.task() != null && node.task().step() == step;
                    more |= !blocked && passed.add(node.id());
                }
            }
        }
        return flow.nodes().stream().anyMatch(node -> node.kind() == FlowNode.Kind.END && passed.contains(node.id()));
    }

    private boolean enters(FlowNode node, Set<String> passed, Set<String> entered) {
        if (node.kind() == FlowNode.Kind.START) {
            return true;
        }
        if (node.kind() == FlowNode.Kind.BOUNDARY) {
            return node.interrupts() && entered.contains(node.host());
        }
        List<FlowEdge> in = flow.in(node);
        return node.kind() == FlowNode.Kind.PARALLEL
                ? !in.isEmpty() && in.stream().allMatch(edge -> passed.contains(edge.source()))
                : in.stream().anyMatch(edge -> passed.contains(edge.source()));
    }

    private FlowNode node(String id) {
        FlowNode found = nodes.get(id);
        if (found == null) {
            throw new IllegalStateException("A sequence flow leads nowhere");
        }
        return found;
    }

    private void add(String code, FlowNode node) {
        findings.add(new FlowFinding(code, node.id(), node.line()));
    }
}
