package org.holdfast.demo;

import java.util.Map;
import java.util.Objects;

/**
 * Writes what the firm's own spreadsheets would hold of the time before the product: whom somebody noticed by what could be
 * seen, what the talk came to, and what came of it. It has dice of its own, so that no other file changes with it.
 */
final class PastCases {
    /** How far back the spreadsheets go. */
    private static final int MONTHS = 18;

    /** Days before the end day without any, so that no alert of today is kept back by one that was closed lately. */
    private static final int SILENT_DAYS = 40;

    /** Months after a case in which nobody begins another one about the same person. */
    private static final int APART = 6;

    private static final double NOTICED = .35;
    private static final double[] CONFIRMS = {.04, .18, .55, .75};
    private static final double[] KEEPS_QUIET = {.15, .25, .30, .20};
    private static final double NO_RESULT = .10;
    private static final double GIVEN_UP = .04;
    private static final double MOVED = .08;
    private static final int HELD_DAYS = 90;

    private static final Map<String, String> WORDS = Map.of(
            "pay", "薪资与市场有差距",
            "promotion", "希望看到晋升机会",
            "workload", "加班较多，希望减轻负担",
            "leadership", "希望与上级多沟通",
            "growth", "希望承担新的工作",
            "other", "个人原因，暂不细说");

    private final String subsidiary;
    private final DemoCalendar calendar;
    private final long seed;
    private final RowText rows = new RowText();

    PastCases(String subsidiary, DemoCalendar calendar, long seed) {
        this.subsidiary = subsidiary;
        this.calendar = calendar;
        this.seed = seed;
    }

    /** Returns the rows about a person who is complete; the caller writes and empties them. */
    RowText of(Person person) {
        Dice dice = Dice.of(seed, subsidiary.hashCode() + 1L, person.number.hashCode());
        int last = -APART;
        for (Noticed noticed : person.noticed) {
            boolean seen = noticed.acted() || dice.chance(NOTICED);
            boolean recent = noticed.month() >= calendar.months() - MONTHS;
            if (seen && recent && noticed.month() - last >= APART && write(person, noticed, dice)) {
                last = noticed.month();
            }
        }
        return rows;
    }

    /** Writes a case, unless its days do not lie before the end and within the time the person was there. */
    private boolean write(Person person, Noticed noticed, Dice dice) {
        int day = workday(dice.between(calendar.firstDay(noticed.month()), calendar.lastDay(noticed.month())));
        int talk = workday(day + 1 + dice.count(2.2));
        int end = workday(talk + dice.between(5, 24));
        if (end > calendar.endDay() - SILENT_DAYS || !person.employedOn(day) || !person.employedOn(talk)) {
            return false;
        }
        String intent = intent(noticed.intent(), dice);
        String outcome = person.employedOn(end) ? outcome(person, end, dice) : "";
        boolean silent = intent.equals("undeclared");
        String cause = silent ? "" : noticed.cause();
        rows.raw(subsidiary)
                .raw(person.number)
                .raw(calendar.iso(day))
                .raw(calendar.iso(talk))
                .raw(intent)
                .raw(cause)
                .raw(outcome)
                .raw(outcome.isEmpty() ? "" : calendar.iso(end))
                .add(silent ? "" : Objects.requireNonNull(WORDS.get(cause), cause))
                .end();
        return true;
    }

    private static String intent(Intent intent, Dice dice) {
        double drawn = dice.unit();
        double confirms = CONFIRMS[intent.place()];
        if (drawn < confirms) {
            return "confirmed";
        }
        return drawn < confirms + KEEPS_QUIET[intent.place()] ? "undeclared" : "denied";
    }

    /** What is noted rests on what happened: who went soon after was not kept, whatever had been hoped. */
    private String outcome(Person person, int end, Dice dice) {
        double drawn = dice.unit();
        if (!person.employedOn(Math.min(end + HELD_DAYS, calendar.endDay()))) {
            return drawn < .25 ? "retained" : drawn < .40 ? "decided" : "";
        }
        if (drawn < NO_RESULT) {
            return "";
        }
        return drawn < NO_RESULT + GIVEN_UP ? "decided" : drawn < NO_RESULT + GIVEN_UP + MOVED ? "moved" : "retained";
    }

    private static int workday(int day) {
        int next = day;
        while (DemoCalendar.weekend(next)) {
            next++;
        }
        return next;
    }
}
