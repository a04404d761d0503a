/**
 * Offboarding flows: who has to do what before somebody leaves, in which order. A flow is a BPMN 2.0 file of a
 * subsidiary; its runs are routed by an embedded engine on the server's own database.
 *
 * <p>The engine only routes: it knows random ids and the closed words of this room, no name, no reason and no day. What
 * a task is about, who owns it and what was done belongs to the room of cases, which is told by {@link
 * org.holdfast.core.offboarding.flows.FlowListener} and drives runs by {@link
 * org.holdfast.core.offboarding.flows.FlowRuns}.
 */
@NullMarked
package org.holdfast.core.offboarding.flows;

import org.jspecify.annotations.NullMarked;
