package org.holdfast.core.offboarding.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * What a version changes.
 *
 * @param flow key of the flow it is compared with, null where nothing is in use
 * @param version number of the version it is compared with, null where nothing is in use
 * @param added ids of nodes that are new
 * @param removed ids of nodes that are gone
 * @param changed ids of nodes that are another step, office, time or have other ways out
 * @param steps the group's mandatory steps
 */
@TellsNothing
public record FlowDifference(
        @Nullable String flow,
        @Nullable Integer version,
        List<String> added,
        List<String> removed,
        List<String> changed,
        List<Step> steps) {

    /** Copies the lists. */
    public FlowDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        steps = List.copyOf(steps);
    }

    /**
     * A mandatory step.
     *
     * @param step its code
     * @param kept whether no run of the version gets to its end without it
     */
    @TellsNothing
    public record Step(String step, boolean kept) {}

    static FlowDifference of(
            FlowGraph fresh, @Nullable FlowVersion used, @Nullable FlowGraph present, Set<FlowStep> steps) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        if (present != null) {
            Map<String, FlowNode> before = present.byId();
            Map<String, FlowNode> after = fresh.byId();
            after.forEach((id, node) -> {
                FlowNode old = before.get(id);
                if (old == null) {
                    added.add(id);
                } else if (!same(old, node) || !ways(present, old).equals(ways(fresh, node))) {
                    changed.add(id);
                }
            });
            before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(removed::add);
        }
        Set<FlowStep> dropped = FlowRules.droppedSteps(fresh, steps);
        return new FlowDifference(
                used == null ? null : used.flow().key(),
                used == null ? null : used.number(),
                added,
                removed,
                changed,
                steps.stream()
                        .sorted()
                        .map(step -> new Step(step.code(), !dropped.contains(step)))
                        .toList());
    }

    private static boolean same(FlowNode one, FlowNode other) {
        return one.kind() == other.kind()
                && java.util.Objects.equals(one.task(), other.task())
                && java.util.Objects.equals(one.timer(), other.timer());
    }

    private static Set<String> ways(FlowGraph flow, FlowNode node) {
        return flow.out(node).stream()
                .map(edge -> edge.target() + ' ' + edge.outcome())
                .collect(java.util.stream.Collectors.toSet());
    }
}
