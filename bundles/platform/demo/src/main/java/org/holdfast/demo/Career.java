package org.holdfast.demo;

/** What the firm does for a person as a matter of course: raises, promotions, ratings, training, moves. */
final class Career {

    private static final double USUAL_RATING = 80;

    private final DemoCalendar calendar;
    private final PersonLog log;

    Career(DemoCalendar calendar, PersonLog log) {
        this.calendar = calendar;
        this.log = log;
    }

    void advance(Person person, int month, Dice dice) {
        int monthOfYear = calendar.monthOfYear(month);
        int first = calendar.firstDay(month);
        if (monthOfYear == 4 && first - person.hireDay > 180) {
            raise(person, first, dice);
        }
        if (monthOfYear == 4 || monthOfYear == 10) {
            promote(person, month, dice);
        }
        if (dice.chance(.015)) {
            log.event(person, "training", first + dice.below(20), 1, "岗位技能培训");
        }
        if (dice.chance(.002)) {
            log.event(person, "transfer", first + dice.below(20), 1, person.seat.department);
        }
        if (monthOfYear % 3 == 0) {
            rate(person, month, dice);
        }
    }

    /** Changes the pay on a day, or on the next free one; nothing happens where that day is not reached. */
    void changePay(Person person, int wanted, double factor, String detail) {
        int day = Math.max(wanted, person.payDay + 1);
        if (day > calendar.endDay() || !person.employedOn(day)) {
            return;
        }
        person.payDay = day;
        person.basePay = Recruiter.round(person.basePay * factor);
        log.event(person, "pay_change", day, person.basePay, detail);
        log.signal(person, DemoSignal.BASE_PAY, day, person.basePay);
    }

    private void raise(Person person, int day, Dice dice) {
        double merit = .044 + .0016 * (person.lastRating - USUAL_RATING) + dice.normal(0, .018);
        if (merit > .005 && !dice.chance(.12)) {
            changePay(person, day, 1 + merit, "annual review");
        }
    }

    /** Promotes somebody who took a counter-offer, where the grade allows it; the pay is what was offered. */
    boolean promoted(Person person, int month, int day) {
        boolean possible = !person.seat.level.leads() && person.grade < PayScale.TOP_EXPERT && day <= calendar.endDay();
        if (possible) {
            upgrade(person, month, day);
        }
        return possible;
    }

    private void upgrade(Person person, int month, int day) {
        person.grade++;
        person.marketBase = PayScale.median(person.position, person.seat.family, person.seat.place, person.grade);
        person.promotedMonth = month;
        log.event(person, "promotion", day, 1, PayScale.GRADES.get(person.grade));
    }

    private void promote(Person person, int month, Dice dice) {
        int day = calendar.firstDay(month) + 14;
        int waited = month - person.promotedMonth;
        boolean possible = !person.seat.level.leads() && person.grade < PayScale.TOP_EXPERT && waited >= 10;
        double chance =
                .13 * StrictMath.exp(.09 * (person.lastRating - USUAL_RATING)) * (ratedLower(person, day) ? .55 : 1);
        if (possible && dice.chance(Math.min(.6, chance)) && day <= calendar.endDay() && person.employedOn(day)) {
            double before = PayScale.median(person.position, person.seat.family, person.seat.place, person.grade);
            upgrade(person, month, day);
            changePay(person, day, 1 + .75 * (person.marketBase / before - 1), "promotion");
        }
    }

    private void rate(Person person, int month, Dice dice) {
        int day = calendar.firstDay(month + 1) - 1;
        double mood = switch (person.intent) {
            case CONTENT -> .6;
            case DISSATISFIED -> -2.5;
            case SEARCHING -> -5;
            case HAS_OFFER -> -7;
        };
        double value =
                USUAL_RATING + 5 * person.traits.skill() + mood + dice.normal(0, 3) - (ratedLower(person, day) ? 4 : 0);
        if (day - person.hireDay > 60 && !person.away(day)) {
            person.lastRating = person.rating;
            person.rating = Math.rint(Pressure.clamp(value, 35, 100));
            log.signal(person, DemoSignal.RATING, day, person.rating, day + dice.between(14, 21));
        }
    }

    /** The planted bias: three leaders in ten rate and promote women lower. */
    private boolean ratedLower(Person person, int day) {
        return person.woman
                && person.seat.leader(day).map(leader -> leader.traits.biased()).orElse(false);
    }
}
