package org.holdfast.core.protection.rights;

import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/**
 * A close relative who asks for somebody who died (PIPL Art. 49), and what an officer has checked before. Sealed under the
 * key of the person who died.
 *
 * @param name who asks
 * @param relationship what they are to the person: spouse, parent, child, …
 * @param identity how their identity and relationship were checked
 * @param death which evidence of the death there is
 * @param interest the lawful and legitimate interest they state
 * @param arrangement what the person arranged in their lifetime against it; empty where nothing is known
 * @param answerTo where the answer goes
 * @param checkedBy user name of the officer who checked
 */
public record Relative(
        String name,
        String relationship,
        String identity,
        String death,
        String interest,
        String arrangement,
        String answerTo,
        String checkedBy) {

    /** Checks that nothing is missing but what the person may have arranged. */
    public Relative {
        if (name.isBlank() || relationship.isBlank() || identity.isBlank() || death.isBlank()) {
            throw new IllegalArgumentException("Who asks, and how identity, relationship and death were checked");
        }
        if (interest.isBlank() || answerTo.isBlank() || checkedBy.isBlank()) {
            throw new IllegalArgumentException("A relative states an interest and gets an answer");
        }
    }

    byte[] encode() {
        ByteSink out = new ByteSink(256);
        out.text(name);
        out.text(relationship);
        out.text(identity);
        out.text(death);
        out.text(interest);
        out.text(arrangement);
        out.text(answerTo);
        out.text(checkedBy);
        return out.toBytes();
    }

    static Relative decode(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return new Relative(in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "relative";
    }
}
