package org.holdfast.core.offboarding.flows;

import java.util.List;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/**
 * Why a file is no flow that may run here.
 *
 * @param code what is wrong; its text has the key {@code field.} and the code
 * @param element the element it is about, as the file calls it
 * @param line line of the file, from 1; 0 where it is about the whole
 */
record FlowFinding(String code, String element, int line) {
    private static final int SHOWN = 120;

    /** Cuts what a hostile file would have us repeat. */
    FlowFinding {
        element = element.length() > SHOWN ? element.substring(0, SHOWN) + "\u2026" : element;
    }

    static RestException refusal(List<FlowFinding> findings) {
        return RestException.invalid(findings.stream()
                .map(one -> new FieldError("xml[" + one.line() + "]", one.code(), one.element()))
                .toList());
    }
}
