package org.holdfast.core.offboarding.flows;

import java.util.List;

/** A file was refused. Carries the findings of the look that refused it, as many as anybody reads. */
final class FlowRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 50;

    private final transient List<FlowFinding> findings;

    FlowRefusal(List<FlowFinding> findings) {
        super("The file is no flow that may run here");
        this.findings = findings.stream().limit(SHOWN).toList();
    }

    FlowRefusal(String code, String element, int line) {
        this(List.of(new FlowFinding(code, element, line)));
    }

    List<FlowFinding> findings() {
        return findings;
    }
}
