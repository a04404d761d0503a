package org.holdfast.core.offboarding.flows;

/**
 * A sequence flow.
 *
 * @param id its id in the file
 * @param source id of the node it leaves
 * @param target id of the node it leads to
 * @param outcome the outcome of the task before on which it is taken, empty where it always is
 * @param line where it stands
 */
record FlowEdge(String id, String source, String target, String outcome, int line) {}
