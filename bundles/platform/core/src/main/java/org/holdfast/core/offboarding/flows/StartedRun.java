package org.holdfast.core.offboarding.flows;

/**
 * A run that was started.
 *
 * @param flow key of the flow, as its file names the process
 * @param version number of the flow's version, from 1; the run stays on it
 */
public record StartedRun(String flow, int version) {}
