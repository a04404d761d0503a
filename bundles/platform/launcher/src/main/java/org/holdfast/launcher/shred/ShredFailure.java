package org.holdfast.launcher.shred;

import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;

/** The shred ledger cannot be read or written. */
public final class ShredFailure extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /** What can go wrong with the ledger. */
    public enum Reason implements ErrorCode {
        /** A line was altered, removed or put elsewhere. */
        LEDGER_DAMAGED(Category.EXTERNAL),
        /** It cannot be read or written. */
        LEDGER_UNREACHABLE(Category.CONFIGURATION);

        private final Category category;

        Reason(Category category) {
            this.category = category;
        }

        @Override
        public Category category() {
            return category;
        }
    }

    /**
     * Creates the failure of a damaged ledger.
     *
     * @param line number of the first line that does not follow from those before it, from 1
     */
    ShredFailure(long line) {
        super(
                Reason.LEDGER_DAMAGED,
                "The shred ledger is damaged at line " + line + ": put a copy of it back, from a backup.");
    }

    /**
     * Creates the failure of a ledger that cannot be reached.
     *
     * @param cause the technical cause
     */
    ShredFailure(java.io.IOException cause) {
        super(Reason.LEDGER_UNREACHABLE, "The shred ledger cannot be read or written.", cause);
    }
}
