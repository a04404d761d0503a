package org.holdfast.demo;

import java.util.ArrayList;
import java.util.List;

/** Hires the people of one subsidiary: at the start of the history, and wherever a post falls vacant. */
final class Recruiter {

    private static final int YEAR = 365;
    private static final double JOB_SITE_SHARE = .35;
    private static final double SURVEY_SHARE = .72;
    private static final double FEEDBACK_SHARE = .78;

    private final SubsidiaryProfile profile;
    private final DemoCalendar calendar;
    private final PersonLog log;
    private long numbers;

    Recruiter(SubsidiaryProfile profile, DemoCalendar calendar, PersonLog log) {
        this.profile = profile;
        this.calendar = calendar;
        this.log = log;
    }

    /** Fills a post at the start of the history with somebody who has been there for some years. */
    Person founding(Seat seat, Dice dice) {
        double years = Math.min(18, -4.2 * StrictMath.log(1 - dice.unit()));
        if (seat.level.leads()) {
            years = Math.min(20, years + 3);
        }
        int hireDay = calendar.firstDay(0) - 1 - (int) (years * YEAR);
        Person person = hire(seat, hireDay, dice);
        person.promotedMonth = -Math.min((int) (years * 12), dice.between(0, 30));
        double draw = dice.unit();
        person.intent = draw < .66 ? Intent.CONTENT : draw < .9 ? Intent.DISSATISFIED : Intent.SEARCHING;
        log.signal(person, DemoSignal.BASE_PAY, calendar.firstDay(0), person.basePay);
        return person;
    }

    /** Fills a vacancy from outside. */
    Person successor(Seat seat, int hireDay, Dice dice) {
        Person person = hire(seat, hireDay, dice);
        log.signal(person, DemoSignal.BASE_PAY, hireDay, person.basePay);
        return person;
    }

    private Person hire(Seat seat, int hireDay, Dice dice) {
        boolean woman = dice.chance(seat.level.leads() ? seat.family.womenShare() * .7 : seat.family.womenShare());
        int age = seat.level.leads() ? dice.between(28, 44) : 21 + (int) (dice.unit() * dice.unit() * 26);
        int birthDay = hireDay - age * YEAR - dice.below(YEAR);
        Person.Born born = new Person.Born(woman, birthDay, traits(seat, hireDay, dice));
        String position = profile.positionOf(seat.family, seat.level, dice);
        Person.Post post = new Person.Post(position, grade(seat, hireDay, dice), hireDay);
        Person person =
                new Person(seat, profile.numberPrefix() + six(++numbers), PersonNames.draw(dice, woman), born, post);
        int month = calendar.monthOf(hireDay);
        person.marketBase = PayScale.median(position, seat.family, seat.place, person.grade);
        person.basePay = round(person.marketBase * PayScale.growth(month) * StrictMath.exp(dice.normal(-.02, .12)));
        person.promotedMonth = month;
        person.rating = 80 + 5 * person.traits.skill();
        person.lastRating = person.rating;
        person.overtime = dice.normal(18, 5);
        seat.take(person);
        consents(person);
        return person;
    }

    private int grade(Seat seat, int hireDay, Dice dice) {
        if (seat.level.leads()) {
            return seat.level.grade();
        }
        int seniority = Math.max(0, calendar.firstDay(0) - hireDay) / (4 * YEAR);
        int above = (int) (dice.unit() * dice.unit() * 3.4);
        return Math.min(PayScale.TOP_EXPERT, seat.family.lowestGrade() + above + seniority);
    }

    private Person.Traits traits(Seat seat, int hireDay, Dice dice) {
        int from = Person.NEVER;
        int to = Person.NEVER;
        if (dice.chance(JOB_SITE_SHARE)) {
            from = Math.max(hireDay, calendar.firstDay(0)) + dice.below(60);
            to = dice.chance(.06) ? from + dice.between(120, 700) : Person.NEVER;
        }
        double calm = seat.level == Level.EXECUTIVE ? -20 : 0;
        return new Person.Traits(
                dice.normal(calm, .55),
                dice.normal(0, 1),
                StrictMath.exp(dice.normal(-.1, .45)),
                seat.family == Family.PRODUCTION && dice.chance(profile.migrantShare()),
                dice.chance(.12),
                dice.normal(0, 1),
                dice.chance(.3),
                from,
                to,
                dice.chance(SURVEY_SHARE),
                dice.chance(FEEDBACK_SHARE));
    }

    private void consents(Person person) {
        Person.Traits traits = person.traits;
        int start = Math.max(person.hireDay, calendar.firstDay(0));
        if (traits.jobSiteFrom() != Person.NEVER) {
            log.consent(person, "jobSite", traits.jobSiteFrom(), traits.jobSiteTo());
        }
        List<String> optedIn = new ArrayList<>();
        if (traits.answersSurveys()) {
            optedIn.add("survey");
        }
        if (traits.givesFeedback()) {
            optedIn.add("feedback");
        }
        optedIn.forEach(category -> log.consent(person, category, start, Person.NEVER));
    }

    private static String six(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    static double round(double pay) {
        return Math.round(pay / 100) * 100.0;
    }
}
