package org.holdfast.demo;

/** What people who opted in answer in the quarterly survey. */
final class Opinions {

    private static final double[] LEAVE_INTENT = {1.7, 2.6, 3.3, 3.5};
    private static final double[] RECOMMENDS = {8.0, 6.4, 5.2, 5.0};
    private static final double[] COMPLAINS = {.06, .38, .5, .45};

    private final DemoCalendar calendar;
    private final PersonLog log;

    Opinions(DemoCalendar calendar, PersonLog log) {
        this.calendar = calendar;
        this.log = log;
    }

    void ask(Person person, int month, Dice dice) {
        int day = calendar.firstDay(month) + 9 + dice.below(8);
        if (calendar.monthOfYear(month) % 3 != 2 || person.away(day)) {
            return;
        }
        int mood = person.intent.place();
        if (person.traits.answersSurveys() && dice.chance(.85)) {
            double leaving = Pressure.clamp(Math.rint(dice.normal(LEAVE_INTENT[mood], .9)), 1, 5);
            double recommends = Pressure.clamp(Math.rint(dice.normal(RECOMMENDS[mood], 1.6)), 0, 10);
            log.signal(person, DemoSignal.LEAVE_INTENT, day, leaving, day + 3);
            log.signal(person, DemoSignal.ENPS, day, recommends, day + 3);
        }
        if (person.traits.givesFeedback() && dice.chance(.5)) {
            log.text(person, DemoSignal.FEEDBACK, day, words(person, dice));
        }
    }

    private static String words(Person person, Dice dice) {
        if (!dice.chance(COMPLAINS[person.intent.place()])) {
            return dice.oneOf(Phrases.CONTENT);
        }
        boolean searching = person.intent.searching();
        return dice.oneOf(searching && dice.chance(.6) ? Phrases.SEARCHING : Phrases.DISSATISFIED);
    }
}
