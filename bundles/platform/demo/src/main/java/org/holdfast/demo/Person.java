package org.holdfast.demo;

import java.util.ArrayList;
import java.util.List;

/** One generated person while the months pass. */
final class Person {

    /** A day that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    final Seat seat;
    final String number;
    final PersonNames.Name name;
    final boolean woman;
    final int birthDay;
    final int hireDay;
    final String position;
    final Traits traits;
    final RowText signals = new RowText();
    final RowText events = new RowText();
    final RowText consents = new RowText();
    final RowText truth = new RowText();
    final RowText actionTruth = new RowText();

    /** The months in which something could be seen. */
    final List<Noticed> noticed = new ArrayList<>(0);

    int grade;
    double basePay;
    double marketBase;
    int payDay;
    int promotedMonth;
    double rating;
    double lastRating;
    double overtime;
    Intent intent = Intent.CONTENT;

    int maternityUntil;
    int maternityFrom = NEVER;

    /** The month of the last counter-offer taken; {@link #NEVER} where there was none. */
    int heldSince = NEVER;

    /** For how many months it holds before it wears off. */
    int heldMonths;

    int actionSince = NEVER;
    double actionEffect;
    int leaveDay = NEVER;

    /** The day on which the exit became certain: the notice, or the leave itself. */
    int resignedDay = NEVER;

    LeaveType leaveType = LeaveType.VOLUNTARY;
    double visible;
    String reason = "";

    Person(Seat seat, String number, PersonNames.Name name, Born born, Post post) {
        this.seat = seat;
        this.number = number;
        this.name = name;
        this.woman = born.woman;
        this.birthDay = born.birthDay;
        this.hireDay = post.hireDay;
        this.position = post.position;
        this.grade = post.grade;
        this.traits = born.traits;
        this.payDay = post.hireDay;
    }

    /** What a person is born with. */
    record Born(boolean woman, int birthDay, Traits traits) {}

    /** What a person is hired into. */
    record Post(String position, int grade, int hireDay) {}

    /**
     * What stays the same about a person and is not in any file.
     *
     * @param frailty lasting log-odds of being unhappy anywhere
     * @param skill lasting part of the ratings
     * @param habit factor on lateness and leave
     * @param migrant feels Spring Festival more
     * @param resentful a retention action backfires
     * @param leadership how good a leader the person is, 0 is usual
     * @param biased rates and promotes women lower
     * @param jobSiteFrom first day of the consent to read job sites, or {@link #NEVER}
     * @param jobSiteTo last day of that consent, or {@link #NEVER} while it lasts
     * @param answersSurveys whether surveys are answered
     * @param givesFeedback whether feedback is written
     */
    record Traits(
            double frailty,
            double skill,
            double habit,
            boolean migrant,
            boolean resentful,
            double leadership,
            boolean biased,
            int jobSiteFrom,
            int jobSiteTo,
            boolean answersSurveys,
            boolean givesFeedback) {}

    /** Whether the person works there on that day; the last day counts. */
    boolean employedOn(int day) {
        return day >= hireDay && day <= leaveDay;
    }

    boolean away(int day) {
        return day >= maternityFrom && day <= maternityUntil;
    }
}
