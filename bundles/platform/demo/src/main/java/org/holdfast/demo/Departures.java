package org.holdfast.demo;

/** How people go: resignations with and without a counter-offer, dismissals, retirement. */
final class Departures {

    /** Monthly chance of an exit that is nobody's own choice, taken as usual in the true probabilities. */
    static final double OTHER_EXITS = .0025;

    private static final double DISMISSAL = .0012;
    private static final double DISMISSAL_OF_THE_WEAK = .012;
    private static final double WEAK_RATING = 70;
    private static final double REST = .0004;
    private static final int NOTICE_DAYS = 30;

    /** For how many months a counter-offer holds before it wears off. */
    private static final int RAISE_HOLDS = 4;

    private static final int PROMOTION_HOLDS = 14;
    private static final int RETIREMENT_OF_MEN = 60 * 365 + 15;
    private static final int RETIREMENT_OF_WOMEN = 55 * 365 + 14;

    private final DemoCalendar calendar;
    private final PersonLog log;
    private final Career career;
    private final double promoted;

    Departures(DemoCalendar calendar, PersonLog log, Career career, double promotedOffers) {
        this.calendar = calendar;
        this.log = log;
        this.career = career;
        this.promoted = promotedOffers;
    }

    /** Draws whether and how somebody goes this month. */
    void consider(Person person, int month, IntentChain.Chances chances, Dice dice) {
        int from = calendar.firstDay(month);
        int day = dice.between(from, calendar.firstDay(month + 1) - 1);
        int retirement = person.birthDay + (person.woman ? RETIREMENT_OF_WOMEN : RETIREMENT_OF_MEN);
        double dismissal = person.rating < WEAK_RATING ? DISMISSAL_OF_THE_WEAK : DISMISSAL;
        if (person.hireDay >= from || person.seat.level == Level.EXECUTIVE) {
            return;
        }
        if (person.intent == Intent.HAS_OFFER && dice.chance(chances.resign())) {
            resign(person, month, day, dice);
        } else if (retirement < calendar.firstDay(month + 1)) {
            leave(person, day, LeaveType.RETIREMENT);
        } else if (dice.chance(dismissal)) {
            leave(person, day, LeaveType.INVOLUNTARY);
        } else if (dice.chance(REST)) {
            leave(person, day, LeaveType.OTHER);
        }
    }

    private void resign(Person person, int month, int day, Dice dice) {
        if (!dice.chance(IntentChain.NEGOTIATED)) {
            leave(person, day, LeaveType.VOLUNTARY);
            return;
        }
        log.event(person, "resignation_raised", day, 1, "口头提出离职");
        int answerDay = day + dice.between(1, 6);
        if (dice.chance(IntentChain.TAKEN) && answerDay <= calendar.endDay()) {
            double share = dice.between(8, 15) / 100.0;
            log.event(person, "counter_offer", answerDay, Recruiter.round(person.basePay * share), "raise");
            career.changePay(person, answerDay + 1, 1 + share, "counter-offer");
            person.heldSince = month;
            person.heldMonths = withPromotion(person, month, answerDay, dice) ? PROMOTION_HOLDS : RAISE_HOLDS;
            person.intent = Intent.DISSATISFIED;
        } else {
            leave(person, day + NOTICE_DAYS, LeaveType.VOLUNTARY);
            person.resignedDay = day;
        }
    }

    /** A group without such offers does not throw these dice, so that it stays what it was. */
    private boolean withPromotion(Person person, int month, int answerDay, Dice dice) {
        return promoted > 0 && dice.chance(promoted) && career.promoted(person, month, answerDay + 1);
    }

    private static void leave(Person person, int day, LeaveType type) {
        person.leaveDay = day;
        person.leaveType = type;
        person.resignedDay = day;
    }
}
