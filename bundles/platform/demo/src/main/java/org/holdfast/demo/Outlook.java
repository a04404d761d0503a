package org.holdfast.demo;

/**
 * The true probabilities of a voluntary exit, given the hidden intent.
 *
 * @param exit90 within three months
 * @param exit180 within six months
 */
record Outlook(double exit90, double exit180) {

    /** Of somebody who has resigned for good. */
    static final Outlook CERTAIN = new Outlook(1, 1);

    private static final int MONTHS_90 = 3;
    private static final int MONTHS_180 = 6;

    /** What the chain reads. */
    interface Forces {
        /** The chances of the month that lies so many months ahead. */
        IntentChain.Chances ahead(int months);
    }

    /** Iterates the chain from one intent. */
    static Outlook from(Intent intent, Forces forces) {
        double[] share = new double[Intent.values().length];
        share[intent.place()] = 1;
        double left = 0;
        double exit90 = 0;
        for (int ahead = 1; ahead <= MONTHS_180; ahead++) {
            left += forces.ahead(ahead).advance(share);
            for (int i = 0; i < share.length; i++) {
                share[i] *= 1 - Departures.OTHER_EXITS;
            }
            if (ahead == MONTHS_90) {
                exit90 = left;
            }
        }
        return new Outlook(exit90, left);
    }
}
