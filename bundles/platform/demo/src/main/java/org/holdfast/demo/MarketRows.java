package org.holdfast.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Rows of the market table: every half year, for every post there is. */
final class MarketRows {

    private static final double LOW = .86;
    private static final double HIGH = 1.18;

    private final DemoCalendar calendar;
    private final Set<String> written = new HashSet<>();
    private final RowText rows = new RowText();

    MarketRows(DemoCalendar calendar) {
        this.calendar = calendar;
    }

    RowText rows() {
        return rows;
    }

    void add(SubsidiaryProfile profile) {
        for (Family family : Family.values()) {
            for (Place place : profile.places()) {
                for (String position : profile.positionsOf(family)) {
                    for (int grade = family.lowestGrade(); grade <= PayScale.TOP_EXPERT; grade++) {
                        series(position, family, place, grade);
                    }
                }
                for (Level level : Level.values()) {
                    if (level.leads()) {
                        series(family.chinese() + level.title(), family, place, level.grade());
                    }
                }
            }
        }
    }

    /** One row with a middle that is set from outside. */
    void add(String position, Family family, String town, String grade, Quote quote) {
        rows.add(position)
                .raw(family.code())
                .add(town)
                .raw(grade)
                .raw(quote.date)
                .add(Math.round(quote.median * LOW / 100) * 100)
                .add(Math.round(quote.median))
                .add(Math.round(quote.median * HIGH / 100) * 100)
                .raw("CNY")
                .end();
    }

    /** The middle of the market on a day. */
    record Quote(String date, double median) {}

    private void series(String position, Family family, Place place, int grade) {
        if (!written.add(position + '|' + family + '|' + place.town() + '|' + grade)) {
            return;
        }
        double median = PayScale.median(position, family, place, grade);
        LocalDate start = LocalDate.ofEpochDay(calendar.firstDay(0));
        LocalDate date = LocalDate.of(start.getYear(), start.getMonthValue() < 7 ? 1 : 7, 1);
        while (date.toEpochDay() <= calendar.endDay()) {
            int months = (date.getYear() - start.getYear()) * 12 + date.getMonthValue() - start.getMonthValue();
            double then = Recruiter.round(median * PayScale.growth(months));
            add(position, family, place.town(), PayScale.GRADES.get(grade), new Quote(date.toString(), then));
            date = date.plusMonths(6);
        }
    }
}
