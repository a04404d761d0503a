package org.holdfast.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** A small firm that has just joined the group; days are counted back from the end day. */
final class NewcomerFirm {

    /** How far back its records go. */
    static final int JOINED_DAYS_AGO = 240;

    /** A day for a consent that has not ended. */
    static final int STILL = -1;

    private static final int RATING_KNOWN_AFTER = 20;

    private final String code;
    private final Dice dice;
    private final LocalDate endDay;
    private final LocalDate rated;
    private final RowText departments = new RowText();
    private final RowText employees = new RowText();
    private final RowText signals = new RowText();
    private final RowText events = new RowText();
    private final RowText consents = new RowText();

    NewcomerFirm(String code, LocalDate endDay, Dice dice) {
        this.code = code;
        this.dice = dice;
        this.endDay = endDay;
        LocalDate quarter = endDay.withDayOfMonth(1).minusMonths((endDay.getMonthValue() - 1) % 3);
        LocalDate last = quarter.plusMonths(3).minusDays(1);
        while (last.plusDays(RATING_KNOWN_AFTER).isAfter(endDay)) {
            last = last.plusDays(1).minusMonths(3).minusDays(1);
        }
        this.rated = last;
    }

    /**
     * One post with its holder.
     *
     * @param number employee number
     * @param manager employee number of the superior, empty at the top
     * @param department code of the department
     * @param position title
     * @param family position family
     * @param grade grade
     * @param town place of work
     * @param pay CNY gross per year
     * @param revenueShare share of the firm's sales that hangs on a key post; 0 where the post is not one
     * @param hiredDaysAgo days since the hire
     */
    record Post(
            String number,
            String manager,
            String department,
            String position,
            Family family,
            String grade,
            String town,
            double pay,
            double revenueShare,
            int hiredDaysAgo) {}

    String code() {
        return code;
    }

    Dice dice() {
        return dice;
    }

    LocalDate ago(int days) {
        return endDay.minusDays(days);
    }

    void department(String department, String name, String parent, String level) {
        departments
                .raw(department)
                .add(name)
                .raw(parent)
                .raw(code)
                .raw(level)
                .raw("江苏省")
                .end();
    }

    void employee(Post post) {
        boolean woman = dice.chance(post.family.womenShare());
        PersonNames.Name name = PersonNames.draw(dice, woman);
        LocalDate hired = ago(post.hiredDaysAgo);
        boolean key = post.revenueShare > 0;
        employees
                .raw(post.number)
                .add(name.characters())
                .raw(code)
                .raw(post.department)
                .raw(post.manager)
                .add(post.position)
                .raw(post.family.code())
                .raw(post.grade)
                .raw(key ? "1" : "0");
        if (key) {
            employees.add(post.revenueShare, 2);
        } else {
            employees.skip(1);
        }
        employees
                .raw(hired.toString())
                .raw("")
                .raw(hired.minusYears(24).minusDays(dice.below(4_000)).toString())
                .raw(woman ? "female" : "male")
                .add(post.town)
                .add(Math.round(post.pay))
                .raw("CNY")
                .raw(name.pinyin() + "." + post.number.toLowerCase(Locale.ROOT) + "@" + host())
                .raw("000-" + (10_000_000 + dice.below(89_999_999)))
                .raw("active")
                .skip(3)
                .end();
    }

    void signal(String number, DemoSignal signal, int daysAgo, double value) {
        signalOn(number, signal, ago(daysAgo), value).raw("").end();
    }

    /** Quarterly ratings, the last one the latest that is known by the end day. */
    void ratings(String number, double... values) {
        for (int i = 0; i < values.length; i++) {
            LocalDate day =
                    rated.plusDays(1).minusMonths(3L * (values.length - 1 - i)).minusDays(1);
            signalOn(number, DemoSignal.RATING, day, values[i])
                    .raw(day.plusDays(RATING_KNOWN_AFTER).toString())
                    .end();
        }
    }

    void resumeUpdate(String number, int daysAgo, String intention, long expectedPay) {
        line(signals, number, DemoSignal.RESUME_UPDATE.code(), ago(daysAgo))
                .add(1)
                .raw(DemoSignal.RESUME_UPDATE.source())
                .skip(1)
                .add(intention)
                .add(expectedPay)
                .raw(ago(daysAgo - 1).toString())
                .end();
    }

    void event(String number, String event, int daysAgo, double value, String detail) {
        line(events, number, event, ago(daysAgo))
                .add(value, 2)
                .add(detail)
                .skip(1)
                .end();
    }

    void jobSiteConsent(String number, int fromDaysAgo, int toDaysAgo) {
        consents.raw(code)
                .raw(number)
                .raw("jobSite")
                .raw("retention")
                .raw(ago(fromDaysAgo).toString())
                .raw(toDaysAgo == STILL ? "" : ago(toDaysAgo).toString())
                .end();
    }

    void writeTo(DemoFiles files) throws IOException {
        files.write(DemoFile.DEPARTMENTS, departments);
        files.write(DemoFile.EMPLOYEES, employees);
        files.write(DemoFile.SIGNALS, signals);
        files.write(DemoFile.EVENTS, events);
        files.write(DemoFile.CONSENTS, consents);
    }

    private RowText signalOn(String number, DemoSignal signal, LocalDate day, double value) {
        return line(signals, number, signal.code(), day)
                .add(value, 2)
                .raw(signal.source())
                .skip(3);
    }

    private RowText line(RowText rows, String number, String what, LocalDate day) {
        return rows.raw(code).raw(number).raw(what).raw(day.toString());
    }

    private String host() {
        return code.toLowerCase(Locale.ROOT) + ".example";
    }
}
