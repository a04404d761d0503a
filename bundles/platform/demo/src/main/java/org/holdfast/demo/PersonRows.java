package org.holdfast.demo;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes a person who is complete: the row of {@code employees.csv} and all collected rows. */
final class PersonRows {

    private static final int TERM_DAYS = 3 * 365;

    private final String subsidiary;
    private final DemoCalendar calendar;
    private final DemoFiles files;
    private final PastCases cases;
    private final RowText row = new RowText();

    PersonRows(String subsidiary, DemoCalendar calendar, long seed, DemoFiles files) {
        this.subsidiary = subsidiary;
        this.calendar = calendar;
        this.files = files;
        this.cases = new PastCases(subsidiary, calendar, seed);
    }

    void write(Person person) throws IOException {
        boolean left = person.leaveDay <= calendar.endDay();
        employment(person, left);
        pay(person);
        contact(person);
        status(person, left);
        row.end();
        files.write(DemoFile.EMPLOYEES, row);
        files.write(DemoFile.SIGNALS, person.signals);
        files.write(DemoFile.EVENTS, person.events);
        files.write(DemoFile.CONSENTS, person.consents);
        files.write(DemoFile.CASES, cases.of(person));
        files.write(DemoFile.TRUTH, person.truth);
        files.write(DemoFile.TRUTH_ACTIONS, person.actionTruth);
    }

    private void employment(Person person, boolean left) {
        Seat seat = person.seat;
        // Somebody whose last day is the end day has left by then.
        Optional<Person> leader = seat.leader(left ? person.leaveDay : calendar.endDay() + 1);
        boolean expert = person.grade == PayScale.TOP_EXPERT;
        boolean key = expert || (seat.level.leads() && seat.level != Level.TEAM);
        row.raw(person.number)
                .add(person.name.characters())
                .raw(subsidiary)
                .raw(seat.department)
                .raw(leader.map(superior -> superior.number).orElse(""))
                .add(person.position)
                .raw(seat.family.code())
                .raw(PayScale.GRADES.get(person.grade))
                .raw(key ? "1" : "0");
        if (seat.family == Family.SALES && seat.level.leads()) {
            row.add(seat.level == Level.TEAM ? .02 : .08 + Math.floorMod(person.number.hashCode(), 9) * .01, 2);
        } else {
            row.skip(1);
        }
    }

    private void pay(Person person) {
        int served = calendar.endDay() - person.hireDay;
        // After two fixed terms the law asks for one without an end.
        boolean openEnded = served > 2 * TERM_DAYS;
        int end = person.hireDay + (served / TERM_DAYS + 1) * TERM_DAYS - 1;
        row.raw(calendar.iso(person.hireDay))
                .raw(openEnded ? "" : calendar.iso(end))
                .raw(calendar.iso(person.birthDay))
                .raw(person.woman ? "female" : "male")
                .add(person.seat.place.town())
                .add(Math.round(person.basePay))
                .raw("CNY");
    }

    private void contact(Person person) {
        String host = subsidiary.toLowerCase(Locale.ROOT) + ".example";
        String digits = "00000000" + Math.floorMod(person.number.hashCode() * 31 + subsidiary.hashCode(), 100_000_000);
        row.raw(person.name.pinyin() + "." + person.number.toLowerCase(Locale.ROOT) + "@" + host)
                .raw("000-" + digits.substring(digits.length() - 8));
    }

    private void status(Person person, boolean left) {
        if (left) {
            row.raw("left")
                    .raw(calendar.iso(person.leaveDay))
                    .raw(person.leaveType.code())
                    .add(person.leaveType == LeaveType.VOLUNTARY ? person.reason : "");
        } else {
            row.raw(person.away(calendar.endDay()) ? "onLeave" : "active").skip(3);
        }
    }
}
