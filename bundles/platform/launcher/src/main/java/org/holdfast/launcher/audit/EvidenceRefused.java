package org.holdfast.launcher.audit;

import java.io.IOException;
import org.holdfast.launcher.text.Message;

/** A file that is no evidence pack, or not a whole one. Its sentence tells why and quotes nothing of the file. */
public final class EvidenceRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Message reason;

    EvidenceRefused(String key) {
        super(Message.of(key).toString());
        this.reason = Message.of(key);
    }

    EvidenceRefused(String key, Throwable cause) {
        super(Message.of(key).toString(), cause);
        this.reason = Message.of(key);
    }

    /**
     * Returns why.
     *
     * @return a sentence
     */
    public Message reason() {
        return reason;
    }
}
