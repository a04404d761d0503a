package org.holdfast.demo;

import java.util.List;
import java.util.Optional;

/**
 * Lets the people of one crew work together month by month. A crew is whatever reports to one leader, so contagion
 * among colleagues and from the leader needs nobody else in memory.
 */
final class CrewSimulation {

    private final DemoCalendar calendar;
    private final Recruiter recruiter;
    private final PersonLog log;
    private final Pressure pressure;
    private final Departures departures;
    private final Career career;
    private final Behaviour behaviour;
    private final Opinions opinions;
    private final Actions actions;

    CrewSimulation(
            DemoCalendar calendar, SubsidiaryProfile profile, Pressure pressure, PersonLog log, double promotedOffers) {
        this.calendar = calendar;
        this.recruiter = new Recruiter(profile, calendar, log);
        this.log = log;
        this.pressure = pressure;
        this.career = new Career(calendar, log);
        this.departures = new Departures(calendar, log, career, promotedOffers);
        this.behaviour = new Behaviour(calendar, profile, log);
        this.opinions = new Opinions(calendar, log);
        this.actions = new Actions(calendar, log, career, pressure);
    }

    void run(List<Seat> seats, Climate climate, Dice dice) {
        for (Seat seat : seats) {
            recruiter.founding(seat, dice);
        }
        int[] vacantUntil = new int[seats.size()];
        for (int month = 0; month < calendar.months(); month++) {
            climate.advance();
            for (int i = 0; i < vacantUntil.length; i++) {
                vacantUntil[i] = pass(seats.get(i), vacantUntil[i], new Moment(month, climate, dice));
            }
        }
    }

    private record Moment(int month, Climate climate, Dice dice) {}

    /** Lets one month pass on a seat and returns the day on which it is to be filled, 0 where it is not vacant. */
    private int pass(Seat seat, int vacantUntil, Moment moment) {
        int filling = vacantUntil;
        Person person = seat.people().get(seat.people().size() - 1);
        if (filling == 0) {
            month(person, moment);
            if (person.leaveDay < calendar.firstDay(moment.month + 1)) {
                filling = person.leaveDay + moment.dice.between(15, 75);
            }
        }
        if (filling != 0
                && filling < calendar.firstDay(moment.month + 1)
                && filling <= calendar.lastDay(moment.month)
                && filling >= calendar.firstDay(moment.month)) {
            month(recruiter.successor(seat, filling, moment.dice), moment);
            filling = 0;
        }
        return filling;
    }

    private void month(Person person, Moment moment) {
        int month = moment.month;
        Dice dice = moment.dice;
        double lasting = pressure.lasting(person, moment.climate, month);
        if (person.leaveDay == Person.NEVER) {
            IntentChain.Chances chances = pressure.chances(person, lasting, month, 0);
            person.intent = chances.next(person.intent, dice);
            departures.consider(person, month, chances, dice);
        }
        if (person.leaveDay < calendar.firstDay(month + 1) && person.leaveType == LeaveType.VOLUNTARY) {
            moment.climate.someoneLeft();
            person.reason = reason(person, month, dice);
        }
        career.advance(person, month, dice);
        behaviour.show(person, moment.climate, month, dice);
        opinions.ask(person, month, dice);
        actions.consider(person, lasting, month, dice);
        if (person.visible > Actions.VISIBLE) {
            boolean acted = person.actionSince == month;
            person.noticed.add(new Noticed(month, person.intent, cause(person, month), acted));
        }
        if (person.leaveDay > calendar.lastDay(month)) {
            log.truth(person, month, outlook(person, lasting, month));
        }
    }

    private Outlook outlook(Person person, double lasting, int month) {
        if (person.leaveDay != Person.NEVER && person.resignedDay <= calendar.lastDay(month)) {
            return person.leaveType == LeaveType.VOLUNTARY ? Outlook.CERTAIN : new Outlook(0, 0);
        }
        return Outlook.from(person.intent, ahead -> pressure.chances(person, lasting, month, ahead));
    }

    /** What weighs most, as one would say it in a talk. */
    private String cause(Person person, int month) {
        if (pressure.payGap(person, month) > .10) {
            return "pay";
        }
        if (month - person.promotedMonth > 24) {
            return "promotion";
        }
        if (person.overtime > 27) {
            return "workload";
        }
        Optional<Person> leader = person.seat.leader(calendar.firstDay(month));
        boolean strained = leader.isPresent() && leader.get().traits.leadership() < -.5;
        return strained ? "leadership" : person.traits.skill() > 0 ? "growth" : "other";
    }

    /** What is given as the reason: usually the strongest cause, sometimes what one says to part in peace. */
    private String reason(Person person, int month, Dice dice) {
        if (dice.chance(.3)) {
            return dice.oneOf(List.of("家庭原因", "个人发展", "返回家乡", "继续深造"));
        }
        if (pressure.payGap(person, month) > .10) {
            return "薪酬";
        }
        if (month - person.promotedMonth > 24) {
            return "晋升发展";
        }
        if (person.overtime > 27) {
            return "工作强度";
        }
        Optional<Person> leader = person.seat.leader(calendar.firstDay(month));
        return leader.isPresent() && leader.get().traits.leadership() < -.5 ? "直属上级" : "职业机会";
    }
}
