package org.holdfast.core.privacy.breach;

import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/**
 * What is known of a breach, in words (GDPR Art. 33(3), PIPL Art. 57). Sealed under the subsidiary's key; empty where nothing
 * is known yet.
 *
 * @param what what happened, and why
 * @param consequences what it can do to the people concerned
 * @param measures what was done and is being done about it
 * @param advice what the people can do themselves
 */
record BreachFacts(String what, String consequences, String measures, String advice) {
    static final BreachFacts UNKNOWN = new BreachFacts("", "", "", "");

    byte[] encode() {
        ByteSink out = new ByteSink(what.length() + consequences.length() + measures.length() + advice.length() + 16);
        out.text(what);
        out.text(consequences);
        out.text(measures);
        out.text(advice);
        return out.toBytes();
    }

    static BreachFacts decode(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return new BreachFacts(in.text(), in.text(), in.text(), in.text());
    }

    /** Says nothing: words about a breach belong in no log. */
    @Override
    public String toString() {
        return "facts of a breach";
    }
}
