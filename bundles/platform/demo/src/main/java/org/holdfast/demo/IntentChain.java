package org.holdfast.demo;

/**
 * The monthly Markov chain of the hidden intent. Pressure is what pushes a person, in log-odds, 0 for the usual;
 * pull is what the market and the season add.
 */
final class IntentChain {

    /** Chance that a resignation is negotiated: the firm makes a counter-offer. */
    static final double NEGOTIATED = .30;

    /** Chance that a counter-offer is taken. */
    static final double TAKEN = .50;

    private IntentChain() {}

    /** The chances of the next month. */
    record Chances(
            double worsen, double recover, double search, double calm, double offer, double lapse, double resign) {

        static Chances of(double pressure, double pull) {
            return new Chances(
                    logistic(-3.05 + pressure),
                    logistic(-1.65 - .8 * pressure),
                    logistic(-2.25 + .6 * pressure + .5 * pull),
                    logistic(-2.3 - .4 * pressure),
                    logistic(-1.25 + .15 * pressure + .6 * pull),
                    logistic(-1.9 - .2 * pressure),
                    logistic(-.25 + .15 * pressure + .8 * pull));
        }

        /** Draws next month's intent. */
        Intent next(Intent now, Dice dice) {
            double draw = dice.unit();
            return switch (now) {
                case CONTENT -> draw < worsen ? Intent.DISSATISFIED : now;
                case DISSATISFIED -> step(draw, search, Intent.SEARCHING, recover, Intent.CONTENT);
                case SEARCHING -> step(draw, offer, Intent.HAS_OFFER, calm, Intent.DISSATISFIED);
                case HAS_OFFER -> draw < lapse ? Intent.DISSATISFIED : now;
            };
        }

        /** Moves a distribution over the intents by one month and returns the share that leaves in it. */
        double advance(double[] share) {
            double worse = share[0] * worsen;
            double searching = share[1] * search;
            double better = Math.min(1 - search, recover) * share[1];
            double offered = share[2] * offer;
            double calmed = Math.min(1 - offer, calm) * share[2];
            double lapsed = share[3] * lapse;
            share[0] += better - worse;
            share[1] += worse + calmed + lapsed - searching - better;
            share[2] += searching - offered - calmed;
            share[3] += offered - lapsed;
            double resigned = share[3] * resign;
            double stayed = resigned * NEGOTIATED * TAKEN;
            share[3] -= resigned;
            share[1] += stayed;
            return resigned - stayed;
        }

        private static Intent step(double draw, double up, Intent higher, double down, Intent lower) {
            if (draw < up) {
                return higher;
            }
            if (draw < up + down) {
                return lower;
            }
            return higher == Intent.SEARCHING ? Intent.DISSATISFIED : Intent.SEARCHING;
        }
    }

    static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
