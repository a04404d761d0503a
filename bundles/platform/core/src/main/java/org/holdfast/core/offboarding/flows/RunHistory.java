package org.holdfast.core.offboarding.flows;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.history.HistoricActivityInstance;
import org.holdfast.core.offboarding.flows.RunState.Progress;
import org.jspecify.annotations.Nullable;

/** Makes of what the engine remembers how far each node is. */
final class RunHistory {
    private RunHistory() {}

    static RunState state(
            List<HistoricActivityInstance> history, RunTable.Run run, FlowVersion version, FlowGraph graph) {
        Map<String, HistoricActivityInstance> latest = new HashMap<>();
        for (HistoricActivityInstance one : history) {
            latest.merge(one.getActivityId(), one, RunHistory::later);
        }
        List<RunState.Node> nodes = graph.nodes().stream()
                .map(node -> node(node, progress(node, latest, graph), latest.get(node.id())))
                .toList();
        return new RunState(version.flow().key(), version.number(), run.course(), nodes);
    }

    private static HistoricActivityInstance later(HistoricActivityInstance one, HistoricActivityInstance other) {
        if (one.getEndTime() == null || other.getEndTime() == null) {
            return one.getEndTime() == null ? one : other;
        }
        return one.getStartTime().toInstant().isAfter(other.getStartTime().toInstant()) ? one : other;
    }

    private static RunState.Node node(FlowNode node, Progress progress, @Nullable HistoricActivityInstance latest) {
        return progress == Progress.WAITING || latest == null
                ? new RunState.Node(node.id(), progress, null, null)
                : new RunState.Node(node.id(), progress, instant(latest.getStartTime()), instant(latest.getEndTime()));
    }

    private static Progress progress(FlowNode node, Map<String, HistoricActivityInstance> latest, FlowGraph graph) {
        HistoricActivityInstance one = latest.get(node.id());
        if (one == null) {
            return Progress.WAITING;
        }
        if (node.kind() == FlowNode.Kind.BOUNDARY) {
            // A timer beside a task begins and ends with it; whether it came, the way it leads tells.
            boolean came = graph.out(node).stream().anyMatch(edge -> latest.containsKey(edge.id()));
            return came ? Progress.DONE : Progress.WAITING;
        }
        if (one.getEndTime() == null) {
            return Progress.ACTIVE;
        }
        // Where a run was cancelled or a timer took another way, the task was closed and not done.
        return one.getDeleteReason() == null ? Progress.DONE : Progress.WAITING;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
