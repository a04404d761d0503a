package org.holdfast.core.protection.rights;

import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/**
 * The words of a request, sealed under the person's key. Empty where there are none.
 *
 * @param asked what the person asks for
 * @param extensionReason why it takes longer
 * @param answer what was done, or why it is refused
 * @param remedies what the person can do about a refusal
 * @param assessment what a person found who looked at the score
 * @param decidedBy name of the account that answered
 * @param exception code of the rule book's ground on which a refusal of automated decisions was declined
 */
public record RequestWords(
        String asked,
        String extensionReason,
        String answer,
        String remedies,
        String assessment,
        String decidedBy,
        String exception) {

    static RequestWords asked(String text) {
        return new RequestWords(text, "", "", "", "", "", "");
    }

    RequestWords extended(String reason) {
        return new RequestWords(asked, reason, answer, remedies, assessment, decidedBy, exception);
    }

    RequestWords answered(RightsRequests.Decision decision) {
        return new RequestWords(
                asked,
                extensionReason,
                decision.answer(),
                decision.remedies(),
                decision.assessment(),
                decision.by().name(),
                decision.exception());
    }

    byte[] encode() {
        ByteSink out = new ByteSink(asked.length() + answer.length() + 64);
        out.text(asked);
        out.text(extensionReason);
        out.text(answer);
        out.text(remedies);
        out.text(assessment);
        out.text(decidedBy);
        out.text(exception);
        return out.toBytes();
    }

    static RequestWords decode(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return new RequestWords(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                // Requests of before rule books knew exceptions end here.
                in.more() ? in.text() : "");
    }
}
