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
 * Walks through everything that can happen in a run: every order of its tasks, every outcome, every timer. Finds where a
 * run would stand still for ever, where one task would be open twice at once, and what never happens. This is what van
 * der Aalst calls soundness of a workflow net, for nets in which no place holds two tokens.
 */
final class FlowSoundness {
    private static final int STATES = 10_000;

    private final FlowGraph flow;
    private final FlowMoves moves;
    private final Map<Set<String>, Set<Set<String>>> before = new HashMap<>();
    private final Deque<Set<String>> ahead = new ArrayDeque<>();

    private FlowSoundness(FlowGraph flow) {
        this.flow = flow;
        this.moves = new FlowMoves(flow);
    }

    static List<FlowFinding> check(FlowGraph flow) {
        return new FlowSoundness(flow).walk();
    }

    private List<FlowFinding> walk() {
        for (Set<String> first : moves.begin()) {
            before.computeIfAbsent(first, state -> new HashSet<>());
            ahead.add(first);
        }
        while (!ahead.isEmpty() && moves.twice().isEmpty()) {
            Set<String> state = ahead.remove();
            for (Set<String> next : moves.next(state)) {
                if (!before.containsKey(next)) {
                    ahead.add(next);
                }
                before.computeIfAbsent(next, any -> new HashSet<>()).add(state);
            }
            if (before.size() > STATES) {
                return List.of(new FlowFinding("flowComplex", flow.key(), 0));
            }
        }
        if (!moves.twice().isEmpty()) {
            return findings("flowTwice", moves.twice());
        }
        Set<String> stuck = stuck();
        return stuck.isEmpty() ? findings("flowUnreached", moves.never()) : findings("flowStuck", stuck);
    }

    /** Nodes at which tokens stand in states from which no run ever comes to its end. */
    private Set<String> stuck() {
        Set<Set<String>> ending = new HashSet<>();
        Deque<Set<String>> back = new ArrayDeque<>();
        back.add(Set.of());
        while (!back.isEmpty()) {
            Set<String> state = back.remove();
            if (ending.add(state)) {
                back.addAll(before.getOrDefault(state, Set.of()));
            }
        }
        Set<String> found = new TreeSet<>();
        for (Set<String> state : before.keySet()) {
            if (!ending.contains(state)) {
                state.forEach(place -> found.add(moves.nodeOf(place)));
            }
        }
        return found;
    }

    private List<FlowFinding> findings(String code, Set<String> ids) {
        List<FlowFinding> found = new ArrayList<>();
        for (FlowNode node : flow.nodes()) {
            if (ids.contains(node.id())) {
                found.add(new FlowFinding(code, node.id(), node.line()));
            }
        }
        return found;
    }
}
