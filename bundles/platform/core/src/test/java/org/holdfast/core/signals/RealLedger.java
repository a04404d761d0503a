package org.holdfast.core.signals;

import org.holdfast.core.protection.basis.ConsentLedger;

/** The ledger that the gate asks, over consents as they are stored. */
public final class RealLedger {
    private RealLedger() {}

    /** Puts the ledger over stored consents. */
    public static ConsentLedger of(Consents consents) {
        return new ConsentBook(consents);
    }
}
