package org.holdfast.demo;

/** What can be seen of a person from month to month; it depends on the hidden intent, with noise. */
final class Behaviour {

    private static final double[] LATE = {.42, .58, .75, .85};
    private static final double[] LEAVE = {.30, .38, .66, .85};
    private static final double[] ABSENCE = {.01, .02, .04, .06};
    private static final double[] OVERTIME = {1.0, .95, .78, .62};
    private static final double[] WORK = {1.0, .93, .76, .60};
    private static final double[] RESUME = {.03, .08, .55, .40};
    private static final double[] RAISE_REQUEST = {.004, .022, .022, .01};
    private static final int MATERNITY_DAYS = 158;

    private final DemoCalendar calendar;
    private final SubsidiaryProfile profile;
    private final PersonLog log;

    Behaviour(DemoCalendar calendar, SubsidiaryProfile profile, PersonLog log) {
        this.calendar = calendar;
        this.profile = profile;
        this.log = log;
    }

    /** The days of one month on which a person is there. */
    record Days(int month, int from, int to) {
        boolean none() {
            return to < from;
        }
    }

    Days daysOf(Person person, int month) {
        int from = Math.max(calendar.firstDay(month), person.hireDay);
        return new Days(month, from, Math.min(calendar.lastDay(month), person.leaveDay));
    }

    void show(Person person, Climate climate, int month, Dice dice) {
        Days days = daysOf(person, month);
        person.visible = 0;
        if (days.none()) {
            return;
        }
        maternity(person, days, dice);
        attendance(person, climate, days, dice);
        resume(person, days, dice);
        projects(person, climate, days, dice);
        work(person, days, dice);
        if (dice.chance(RAISE_REQUEST[person.intent.place()])) {
            log.signal(person, DemoSignal.RAISE_REQUEST, workday(person, days, dice), 1);
            person.visible += .2;
        }
    }

    private void attendance(Person person, Climate climate, Days days, Dice dice) {
        int mood = person.intent.place();
        double habit = person.traits.habit();
        int late = occurrences(person, DemoSignal.LATE, days, LATE[mood] * habit, dice);
        int leave = occurrences(person, DemoSignal.LEAVE_DAYS, days, LEAVE[mood] * habit, dice);
        occurrences(person, DemoSignal.ABSENCE, days, ABSENCE[mood] * habit, dice);
        person.visible += (late >= 3 ? .25 : 0) + (leave >= 2 ? .25 : 0);
        person.overtime = Math.max(0, .6 * person.overtime + .4 * climate.load() + dice.normal(0, 2.5));
        int last = calendar.firstDay(days.month() + 1) - 1;
        if (days.to() == last && !person.away(last)) {
            double hours = person.overtime * OVERTIME[mood] * Math.max(.2, dice.normal(1, .12));
            log.signal(person, DemoSignal.OVERTIME_HOURS, last, Math.rint(hours * 2) / 2);
        }
    }

    /** Writes occurrences on days of their own and returns how many there were. */
    private int occurrences(Person person, DemoSignal signal, Days days, double mean, Dice dice) {
        int wanted = dice.count(mean * (days.to() - days.from() + 1) / 30.0);
        long taken = 0;
        int written = 0;
        for (int i = 0; i < wanted; i++) {
            int day = workday(person, days, dice);
            long bit = 1L << (day - days.from());
            if ((taken & bit) == 0 && !DemoCalendar.weekend(day) && !person.away(day)) {
                taken |= bit;
                written++;
                log.signal(person, signal, day, amount(signal, dice));
            }
        }
        return written;
    }

    private static double amount(DemoSignal signal, Dice dice) {
        return switch (signal) {
            case LATE -> dice.between(3, 45);
            case LEAVE_DAYS -> dice.chance(.35) ? .5 : dice.chance(.8) ? 1 : 2;
            default -> 1;
        };
    }

    private void maternity(Person person, Days days, Dice dice) {
        int age = (days.from() - person.birthDay) / 365;
        if (person.woman && person.maternityFrom == Person.NEVER && age >= 24 && age < 38 && dice.chance(.004)) {
            person.maternityFrom = workday(person, days, dice);
            person.maternityUntil = person.maternityFrom + MATERNITY_DAYS - 1;
            log.signal(person, DemoSignal.LEAVE_DAYS, person.maternityFrom, MATERNITY_DAYS);
        }
    }

    private void resume(Person person, Days days, Dice dice) {
        Person.Traits traits = person.traits;
        boolean linked = traits.jobSiteFrom() <= days.to() && traits.jobSiteTo() >= days.from();
        if (!linked || !dice.chance(RESUME[person.intent.place()])) {
            return;
        }
        int day = dice.between(days.from(), days.to());
        if (day >= traits.jobSiteFrom() && day <= traits.jobSiteTo()) {
            boolean serious = person.intent.searching();
            String intention = serious ? dice.oneOf(Phrases.SEEKING) : Phrases.LOOKING;
            double expected = person.basePay * (serious ? 1.15 + .2 * dice.unit() : 1.3);
            log.resumeUpdate(person, day, intention, Math.round(expected / 1000) * 1000);
            person.visible += .6;
        }
    }

    private void projects(Person person, Climate climate, Days days, Dice dice) {
        if (climate.delayDays() > 0 && person.seat.family.runsProjects()) {
            log.signal(person, DemoSignal.DELAY, workday(person, days, dice), climate.delayDays());
        }
        boolean inventive = person.seat.family == Family.RD && !person.intent.searching();
        if (inventive && dice.chance(.02)) {
            log.signal(person, DemoSignal.PATENT, workday(person, days, dice), 1);
        }
    }

    private void work(Person person, Days days, Dice dice) {
        double vigour = WORK[person.intent.place()] * StrictMath.exp(.1 * person.traits.skill());
        int lastDay = calendar.firstDay(days.month() + 1) - 1;
        boolean wholeMonth = days.to() == lastDay && !person.away(lastDay);
        if (!person.seat.family.worksAtDesk()) {
            return;
        }
        if (profile.countsWeekly()) {
            weekly(person, days, vigour, dice);
        } else if (wholeMonth) {
            traces(person, lastDay, 4.3 * vigour, dice);
        }
        if (wholeMonth && person.seat.family == Family.SALES) {
            double attainment = 100 * (.55 + .45 * vigour) * Math.max(.3, dice.normal(1, .11));
            int known = lastDay + dice.between(3, 6);
            log.signal(person, DemoSignal.TARGET, lastDay, Math.rint(attainment), known);
        }
    }

    private void weekly(Person person, Days days, double vigour, Dice dice) {
        for (int day = days.from(); day <= days.to(); day++) {
            if (DemoCalendar.friday(day) && !person.away(day)) {
                traces(person, day, vigour, dice);
            }
        }
    }

    private void traces(Person person, int day, double vigour, Dice dice) {
        Family family = person.seat.family;
        if (family == Family.RD || family == Family.IT) {
            log.signal(person, DemoSignal.COMMITS, day, amount(14 * vigour, dice));
        }
        log.signal(person, DemoSignal.MEETINGS, day, amount(6 * vigour, dice));
        log.signal(person, DemoSignal.MESSAGES, day, amount(110 * vigour, dice));
    }

    private static double amount(double mean, Dice dice) {
        return Math.rint(mean * Math.max(.1, dice.normal(1, .28)));
    }

    private static int workday(Person person, Days days, Dice dice) {
        int day = dice.between(days.from(), days.to());
        while (DemoCalendar.weekend(day) && day > days.from()) {
            day--;
        }
        return Math.min(day, person.leaveDay);
    }
}
