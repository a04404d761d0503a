package org.holdfast.demo;

/** Writes what happens to a person into the person's rows, and nothing that is not known by the end day. */
final class PersonLog {

    private final String subsidiary;
    private final DemoCalendar calendar;

    PersonLog(String subsidiary, DemoCalendar calendar) {
        this.subsidiary = subsidiary;
        this.calendar = calendar;
    }

    void signal(Person person, DemoSignal signal, int day, double value) {
        signal(person, signal, day, value, day);
    }

    void signal(Person person, DemoSignal signal, int day, double value, int knownDay) {
        if (writable(person, day, knownDay)) {
            RowText row = begin(person.signals, person, signal.code(), day).add(value, 2);
            known(row.raw(signal.source()).skip(3), day, knownDay);
        }
    }

    void text(Person person, DemoSignal signal, int day, String text) {
        if (writable(person, day, day)) {
            RowText row = begin(person.signals, person, signal.code(), day).skip(1);
            row.raw(signal.source()).add(text).skip(3).end();
        }
    }

    void resumeUpdate(Person person, int day, String intention, long expectedPay) {
        if (writable(person, day, day + 1)) {
            RowText row = begin(person.signals, person, DemoSignal.RESUME_UPDATE.code(), day)
                    .add(1)
                    .raw(DemoSignal.RESUME_UPDATE.source())
                    .skip(1)
                    .add(intention)
                    .add(expectedPay);
            known(row, day, day + 1);
        }
    }

    void event(Person person, String event, int day, double value, String detail) {
        if (writable(person, day, day)) {
            begin(person.events, person, event, day)
                    .add(value, 2)
                    .add(detail)
                    .skip(1)
                    .end();
        }
    }

    void consent(Person person, String category, int from, int to) {
        if (from <= calendar.endDay()) {
            person.consents
                    .raw(subsidiary)
                    .raw(person.number)
                    .raw(category)
                    .raw("retention")
                    .raw(calendar.iso(from))
                    .raw(to == Person.NEVER ? "" : calendar.iso(to))
                    .end();
        }
    }

    void truth(Person person, int month, Outlook outlook) {
        person.truth
                .raw(subsidiary)
                .raw(person.number)
                .raw(calendar.yearMonth(month).toString())
                .add(outlook.exit90(), 4)
                .add(outlook.exit180(), 4)
                .raw(person.intent.code())
                .end();
    }

    RowText beginActionTruth(Person person, String action, int day) {
        return begin(person.actionTruth, person, action, day);
    }

    private RowText begin(RowText row, Person person, String what, int day) {
        return row.raw(subsidiary).raw(person.number).raw(what).raw(calendar.iso(day));
    }

    private void known(RowText row, int day, int knownDay) {
        row.raw(knownDay == day ? "" : calendar.iso(knownDay)).end();
    }

    private boolean writable(Person person, int day, int knownDay) {
        return knownDay <= calendar.endDay() && person.employedOn(day);
    }
}
