package org.holdfast.core.offboarding.settlement;

/** What a sheet asks for, because nothing is guessed. The code is part of the API; its words stand under {@code settlement.wanted.}. */
enum Wanted {
    /** The person's first day is not in the register, or lies after the last. */
    HIRE_DATE("hireDate"),
    /** The day on which the ending was said. */
    NOTICE_DAY("noticeDay"),
    /** Pay of a month. */
    MONTHLY_PAY("monthlyPay"),
    /** The last day for which wages were paid. */
    PAID_UNTIL("paidUntil"),
    /** Days of leave in the year of the last day. */
    LEAVE_DAYS("leaveDays"),
    /** How many of them were taken. */
    LEAVE_TAKEN("leaveTaken"),
    /** Average pay of a month without overtime, which a day of leave is worth. */
    ORDINARY_PAY("ordinaryPay"),
    /** Average pay of a month, which severance rests on. */
    AVERAGE_PAY("averagePay"),
    /** Pay of the last month, which pay in lieu of notice rests on. */
    LAST_MONTH_PAY("lastMonthPay"),
    /** The place whose average wage caps severance. */
    PLACE("place"),
    /** The average wage of that place, which nobody has entered for the last day. */
    LOCAL_WAGE("localWage"),
    /** Claims that nobody has decided on. */
    CLAIMS("claims");

    private final String code;

    Wanted(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
