package org.holdfast.core.offboarding.cases;

/**
 * Is told of every change of a case, within its transaction and before anything of it is written: what a listener writes stands, or is
 * gone, with the change. Whoever wants to know makes a CDI bean of it; cases know none of them. It throws nothing but what the database
 * does. Safe for use from many threads.
 */
@FunctionalInterface
public interface CaseListener {

    /**
     * Takes a change.
     *
     * @param change the change, which happens unless its transaction is rolled back
     */
    void changed(CaseChange change);
}
