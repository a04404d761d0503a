package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowRuns;
import org.holdfast.core.offboarding.flows.RunState;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The flow of a case, with how far it has come.
 *
 * @param personId who leaves
 * @param subsidiaryId their subsidiary
 * @param flow key of the flow
 * @param version its version
 * @param xml the BPMN 2.0 file of that version
 * @param nodes how far its nodes are
 */
public record FlowView(
        @Whom(shown = false) UUID personId,
        @Where UUID subsidiaryId,
        @Told("offboarding") String flow,
        @Told("offboarding") int version,
        @Told("offboarding") String xml,
        @Told("offboarding") List<NodeView> nodes) {

    /** Copies the nodes. */
    public FlowView {
        nodes = List.copyOf(nodes);
    }

    /**
     * How far a node is.
     *
     * @param node its id in the file
     * @param state {@code waiting}, {@code active} or {@code done}
     * @param at since when it is active, or when it was done
     */
    public record NodeView(
            String node, String state, @Nullable OffsetDateTime at) {}

    static FlowView of(Offboarding one, FlowRuns flows) {
        RunState run = flows.state(one.id());
        return new FlowView(
                one.personId(),
                one.subsidiaryId(),
                run.flow(),
                run.version(),
                flows.diagram(one.id()),
                run.nodes().stream().map(FlowView::view).toList());
    }

    private static NodeView view(RunState.Node node) {
        Instant at = node.until() == null ? node.since() : node.until();
        return new NodeView(
                node.id(),
                node.progress().name().toLowerCase(Locale.ROOT),
                at == null ? null : at.atOffset(ZoneOffset.UTC));
    }
}
