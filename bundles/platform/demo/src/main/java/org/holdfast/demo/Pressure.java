package org.holdfast.demo;

/** What pushes a person out, as log-odds; {@code docs/demo-group.md} lists the same figures. */
final class Pressure {

    private static final double EXIT_ABOVE_DAYS = 120;

    private final DemoCalendar calendar;
    private final SubsidiaryProfile profile;
    private final double[] heat;

    Pressure(DemoCalendar calendar, SubsidiaryProfile profile, Dice dice) {
        this.calendar = calendar;
        this.profile = profile;
        this.heat = new double[calendar.months()];
        for (int month = 1; month < heat.length; month++) {
            heat[month] = .9 * heat[month - 1] + dice.normal(0, .08);
        }
    }

    /** The chances of a person some months after {@code month}, the causes of that month holding on. */
    IntentChain.Chances chances(Person person, double lasting, int month, int ahead) {
        int then = month + ahead;
        double season = calendar.season(then) * (person.traits.migrant() ? 1.4 : 1);
        double pull = heat[month] + season + .15 * person.traits.skill();
        return IntentChain.Chances.of(lasting + held(person, then) + acted(person, then), pull);
    }

    /** The causes that change slowly. */
    double lasting(Person person, Climate climate, int month) {
        int day = calendar.firstDay(month);
        double leadership = person.seat
                .leader(day)
                .map(leader -> leader.traits.leadership())
                .orElse(0.0);
        return profile.unrest()
                + person.traits.frailty()
                + 4 * clamp(payGap(person, month) - .03, -.25, .4)
                + .55 * clamp((month - person.promotedMonth - 16) / 20.0, -.5, 1.5)
                + .35 * clamp((person.overtime - 20) / 15, -1, 2)
                - .45 * leadership
                + .22 * climate.delays()
                + .3 * climate.exits()
                + leaderLeft(person, day)
                + tenure(day - person.hireDay);
    }

    /** How far the pay lies below the middle of the market: 0.12 is twelve per cent below. */
    double payGap(Person person, int month) {
        return 1 - person.basePay / (person.marketBase * PayScale.growth(month));
    }

    private static double leaderLeft(Person person, int day) {
        int exit = person.seat.lastExitAbove(day);
        return exit == Person.NEVER ? 0 : .6 * Math.max(0, 1 - (day - exit) / EXIT_ABOVE_DAYS);
    }

    private static double tenure(int days) {
        if (days < 90) {
            return -.3;
        }
        if (days < 730) {
            return .4;
        }
        return days < 2_900 ? 0 : -.6;
    }

    /** A counter-offer holds for some months, wears off, and leaves the old trouble worse for a while. */
    private static double held(Person person, int month) {
        int since = month - person.heldSince;
        if (person.heldSince == Person.NEVER || since > 16 + person.heldMonths) {
            return 0;
        }
        return since < person.heldMonths ? -1.6 : Math.min(.9, -1.6 + .5 * (since - person.heldMonths + 1));
    }

    /** The effect of a retention action fades over eight months. */
    private static double acted(Person person, int month) {
        return person.actionSince == Person.NEVER
                ? 0
                : person.actionEffect * Math.max(0, 1 - (month - person.actionSince) / 8.0);
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
