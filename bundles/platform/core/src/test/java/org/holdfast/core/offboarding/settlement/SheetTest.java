package org.holdfast.core.offboarding.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.offboarding.labour.ExitLaw.Law;
import org.holdfast.core.offboarding.settlement.Question.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is owed in China, figure by figure as it is worked out by hand. */
class SheetTest {
    private static final String LAST = "2026-06-30";

    @Test
    void whoResignsGetsWagesAndLeave_AndNoSeverance() {
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2020-01-01", LAST, false, inputs("10000", "5", "0"));

        // June 2026 whole: 10,000. Leave: 181 of 365 days x 5 = 2.47, whole 2; 10,000 / 21.75 x 2 x 200 % = 1,839.08.
        assertThat(amounts(sheet)).containsExactly("wages 10000.00", "leave 1839.08");
        assertThat(sheet.due()).isEqualByComparingTo("11839.08");
        assertThat(sheet.held()).isZero();
        assertThat(sheet.wanted()).isEmpty();
    }

    @Test
    void whoIsGivenNoticeThatIsNotKeptGetsAMonthMore() {
        Question question =
                question(ExitKind.EMPLOYER_WITH_NOTICE, "2021-01-01", LAST, true, inputs("10000", "0", "0"));
        Facts kept = question.facts();
        Facts late = new Facts(kept.kind(), kept.hired(), kept.lastDay(), day("2026-07-30"), true);

        // 2021-01-01 to 2026-06-30 are 5 years and 6 months: 6 years, N = 6 x 10,000. One month in lieu: N + 1.
        assertThat(amounts(Sheet.of(with(question, late))))
                .containsExactly("wages 10000.00", "leave 0.00", "payInLieu 10000.00", "severance 60000.00");
        assertThat(amounts(Sheet.of(question))).doesNotContain("payInLieu 10000.00");
    }

    @Test
    void payInLieuIsThePayOfTheLastMonth_NotTheAverage() {
        Inputs said = inputs("10000", "0", "0");
        Inputs bonus = new Inputs(
                new Inputs.Pay(money("10000"), money("12345.67"), money("11000"), money("10000")),
                said.paidUntil(),
                said.leaveDays(),
                said.leaveTaken(),
                said.place(),
                said.claims());
        Question question = question(ExitKind.EMPLOYER_WITH_NOTICE, "2025-12-01", LAST, true, bonus);
        Facts late = new Facts(ExitKind.EMPLOYER_WITH_NOTICE, day("2025-12-01"), day(LAST), day("2026-07-30"), true);

        // 7 months: one year of the average.
        assertThat(amounts(Sheet.of(with(question, late)))).contains("payInLieu 12345.67", "severance 11000.00");
    }

    @Test
    void whoEarnsMoreThanThreeTimesTheAverageGetsThatForTwelveYearsAtMost() {
        // Average of the place 12,000, three times 36,000; 17 years and 6 months of service count 12.
        Sheet high = sheet(ExitKind.REDUNDANCY, "2009-01-01", LAST, true, inputs("50000", "0", "0"));
        assertThat(amounts(high)).contains("severance 432000.00");

        // At exactly three times nothing is capped: 18 years x 36,000.
        Sheet edge = sheet(ExitKind.REDUNDANCY, "2009-01-01", LAST, true, inputs("36000", "0", "0"));
        assertThat(amounts(edge)).contains("severance 648000.00");

        assertThat(steps(high, SettlementComponent.SEVERANCE))
                .containsExactly(
                        "severance.ground",
                        "severance.years",
                        "severance.cap",
                        "severance.capped",
                        "severance.cappedYears",
                        "severance.pay");
    }

    @ParameterizedTest
    @CsvSource({
        // from, until, years: both days count
        "2020-12-01, 2026-06-30, 6", // 5 years 7 months
        "2021-02-01, 2026-06-30, 5.5", // 5 years 5 months
        "2021-01-01, 2026-06-30, 6", // 5 years 6 months to the day
        "2021-01-02, 2026-06-30, 5.5", // a day less
        "2021-07-01, 2026-06-30, 5", // 5 years to the day
        "2021-06-30, 2026-06-30, 5.5", // and a day
        "2026-06-30, 2026-06-30, 0.5", // hired and gone the same day
        "2024-02-29, 2025-02-27, 1", // 29 February: the last of the month stands for it
        "2024-02-29, 2025-02-26, 1",
        "2024-02-29, 2024-08-27, 0.5",
        "2024-02-29, 2024-08-28, 1",
        "2024-02-29, 2028-02-28, 4",
        "2023-03-01, 2024-02-29, 1", // a leap year has a day more
        "2023-08-31, 2024-02-28, 1", // six months from a day that February does not have
        "2023-08-31, 2024-02-27, 0.5"
    })
    void yearsOfServiceAreCountedWithBothDays(String from, String until, BigDecimal years) {
        BigDecimal counted = ServiceTime.years(
                day(from),
                day(until),
                law().rules().settlement().severance().orElseThrow().rest());

        assertThat(counted).isEqualByComparingTo(years);
    }

    @Test
    void aContractThatEndsBringsSeveranceUnlessTheEmployeeDeclinedARenewal() {
        Inputs said = inputs("8000", "0", "0");

        // 3 years x 8,000
        assertThat(amounts(sheet(ExitKind.CONTRACT_END, "2023-07-01", LAST, true, said)))
                .contains("severance 24000.00");
        assertThat(amounts(sheet(ExitKind.CONTRACT_END_RENEWAL_DECLINED, "2023-07-01", LAST, true, said)))
                .containsExactly("wages 8000.00", "leave 0.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExitKind.class,
            names = {
                "RESIGNATION",
                "AGREEMENT_BY_EMPLOYEE",
                "CONTRACT_END_RENEWAL_DECLINED",
                "RETIREMENT",
                "EMPLOYER_FOR_CAUSE",
                "ABANDONMENT",
                "DEATH"
            })
    void theseKindsBringNoSeverance_AndAskForNothingItNeeds(ExitKind kind) {
        Inputs said = new Inputs(
                new Inputs.Pay(money("8000"), null, null, null), day("2026-05-31"), money("0"), null, "", List.of());

        Sheet sheet = sheet(kind, "2023-07-01", LAST, false, said);

        assertThat(sheet.wanted()).isEmpty();
        assertThat(amounts(sheet)).containsExactly("wages 8000.00", "leave 0.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExitKind.class,
            names = {
                "EMPLOYEE_FOR_CAUSE",
                "AGREEMENT_BY_EMPLOYER",
                "CONTRACT_END",
                "EMPLOYER_WITH_NOTICE",
                "REDUNDANCY",
                "EMPLOYER_CLOSED"
            })
    void theseKindsBringSeverance(ExitKind kind) {
        assertThat(amounts(sheet(kind, "2023-07-01", LAST, true, inputs("8000", "0", "0"))))
                .contains("severance 24000.00");
    }

    @Test
    void aMissingHandoverHoldsSeverance_AndNothingElse() {
        Claim taxi = new Claim(SettlementComponent.EXPENSES, "Taxi", money("88.50"), Claim.State.ACCEPTED);
        Claim bonus = new Claim(SettlementComponent.BONUS, "2025", money("5000"), Claim.State.ACCEPTED);
        Question question =
                question(ExitKind.EMPLOYER_WITH_NOTICE, "2021-01-01", LAST, false, claims("10000", taxi, bonus));
        Facts late = new Facts(ExitKind.EMPLOYER_WITH_NOTICE, day("2021-01-01"), day(LAST), day("2026-07-30"), false);

        Sheet sheet = Sheet.of(with(question, late));

        assertThat(sheet.lines())
                .filteredOn(Line::held)
                .extracting(Line::component)
                .containsExactly(SettlementComponent.SEVERANCE);
        // wages 10,000 + expenses 88.50 + bonus 5,000 + a month in lieu 10,000
        assertThat(sheet.due()).isEqualByComparingTo("25088.50");
        assertThat(sheet.held()).isEqualByComparingTo("60000");
        assertThat(sheet.holdArticle()).isEqualTo("article.cn.lcl50.2");
    }

    @Test
    void whoStayedAwayIsOwedWagesUntilTheLastDay_WhateverWasHandedOver() {
        // Gone since the 10th of June; the employer ends it on the 19th. 15 weekdays: 6,525 / 21.75 x 15.
        Sheet sheet = sheet(ExitKind.ABANDONMENT, "2024-01-01", "2026-06-19", false, inputs("6525", "0", "0"));

        assertThat(amounts(sheet)).containsExactly("wages 4500.00", "leave 0.00");
        assertThat(sheet.held()).isZero();
    }

    @Test
    void holidaysCountAsPaid_AndDaysWorkedInExchangeDoNotChangeTheCount() {
        // October 2026: 1 to 9 are 7 weekdays, of which 1 to 7 are off; Saturday the 10th is worked in exchange.
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2024-01-01", "2026-10-10", true, paid("2026-09-30", "21750"));

        assertThat(amounts(sheet)).contains("wages 7000.00");
    }

    @Test
    void aPartOfAMonthNeverBringsMoreThanTheMonth() {
        // July 2026 has 23 weekdays; without the 31st, a Friday, 22: 22 / 21.75 would be more than the month.
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2024-01-01", "2026-07-30", true, paid("2026-06-30", "21750"));

        assertThat(amounts(sheet)).contains("wages 21750.00");
        assertThat(steps(sheet, SettlementComponent.WAGES)).containsExactly("wages.weekdays.atMost");
    }

    @Test
    void everyMonthThatWasNotPaidIsOwed() {
        // April from the 16th: 11 weekdays, 1,000 each; May whole; June until the 2nd: 2 weekdays.
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2024-01-01", "2026-06-02", true, paid("2026-04-15", "21750"));

        assertThat(amounts(sheet)).contains("wages 34750.00");
        assertThat(steps(sheet, SettlementComponent.WAGES))
                .containsExactly("wages.weekdays", "wages.month", "wages.weekdays");
    }

    @Test
    void whoWasHiredAndWentTheSameDayIsOwedADay() {
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2026-06-30", LAST, true, paid("2026-05-31", "21750"));

        assertThat(amounts(sheet)).containsExactly("wages 1000.00", "leave 0.00");
    }

    @Test
    void whoWasPaidAlreadyIsOwedNoWages() {
        Sheet sheet = sheet(ExitKind.RESIGNATION, "2024-01-01", LAST, true, paid("2026-07-31", "21750"));

        assertThat(amounts(sheet)).containsExactly("wages 0.00", "leave 0.00");
    }

    @ParameterizedTest
    @CsvSource({
        // last day, days a year, taken, days that are paid at 21,750 / 21.75 x 200 % = 2,000 each
        "2026-12-31, 10, 0, 20000.00",
        "2026-12-31, 10, 10, 0.00",
        "2026-06-30, 10, 4, 0.00", // 4.96 days: 4, all taken
        "2026-06-30, 10, 7, 0.00", // more than the share is not taken back
        "2026-07-02, 10, 0, 10000.00", // 183 days: 5.01
        "2026-07-01, 10, 0, 8000.00", // 182 days: 4.99
        "2026-03-14, 5, 0.5, 1000.00", // 73 days are a whole day to the day; half of it was taken
        "2024-12-31, 15, 0, 30000.00" // 366 days bring no more than the year
    })
    void leaveOfTheYearIsInProportion_WholeDaysCount(String last, String days, String taken, String amount) {
        Inputs said = new Inputs(
                new Inputs.Pay(money("21750"), null, null, money("21750")),
                day(last),
                money(days),
                money(taken),
                "",
                List.of());

        assertThat(amounts(sheet(ExitKind.RESIGNATION, "2020-01-01", last, true, said)))
                .containsExactly("wages 0.00", "leave " + amount);
    }

    @Test
    void leaveOfTheYearInWhichSomebodyCameBeginsWithTheFirstDay() {
        Inputs said = new Inputs(
                new Inputs.Pay(money("21750"), null, null, money("21750")),
                day(LAST),
                money("10"),
                money("0"),
                "",
                List.of());

        // 1 April to 30 June: 91 days, 2.49
        assertThat(amounts(sheet(ExitKind.RESIGNATION, "2026-04-01", LAST, true, said)))
                .contains("leave 4000.00");
    }

    @Test
    void serviceBeforeTheLawBeganIsSaidNotToBeCovered() {
        Sheet sheet = sheet(ExitKind.REDUNDANCY, "1999-05-01", LAST, true, inputs("10000", "0", "0"));

        // 2008-01-01 to 2026-06-30: 18.5 years count 18 and a half year that counts whole
        assertThat(amounts(sheet)).contains("severance 190000.00");
        assertThat(sheet.notes()).contains("serviceBefore");
        assertThat(steps(sheet, SettlementComponent.SEVERANCE)).contains("severance.from");
    }

    @Test
    void whoEarnedLessThanTheMinimumIsPaidByTheMinimum() {
        Inputs said = inputs("1800", "0", "0");
        Question question = question(ExitKind.REDUNDANCY, "2023-07-01", LAST, true, said);
        LocalWage known = wage("2700");

        assertThat(amounts(Sheet.of(new Question(question.law(), question.facts(), said, known))))
                .contains("severance 8100.00");
        Sheet unknown = Sheet.of(question);
        assertThat(amounts(unknown)).contains("severance 5400.00");
        assertThat(unknown.notes()).containsExactly("minimumUnknown");
    }

    @Test
    void whatIsMissingIsAskedFor_AndNeverGuessed() {
        Question question = question(ExitKind.EMPLOYER_WITH_NOTICE, "2021-01-01", LAST, true, Inputs.NONE);
        Facts unknown = new Facts(ExitKind.EMPLOYER_WITH_NOTICE, day("2021-01-01"), day(LAST), null, true);

        Sheet sheet = Sheet.of(new Question(question.law(), unknown, Inputs.NONE, null));

        assertThat(sheet.lines()).isEmpty();
        assertThat(sheet.wanted())
                .containsExactly(
                        Wanted.NOTICE_DAY,
                        Wanted.MONTHLY_PAY,
                        Wanted.PAID_UNTIL,
                        Wanted.LEAVE_DAYS,
                        Wanted.AVERAGE_PAY,
                        Wanted.PLACE);
    }

    @Test
    void aPlaceWhoseWageNobodyEnteredIsAskedFor() {
        Question question = question(ExitKind.REDUNDANCY, "2021-01-01", LAST, true, inputs("10000", "0", "0"));

        Sheet sheet = Sheet.of(new Question(question.law(), question.facts(), question.inputs(), null));

        assertThat(sheet.wanted()).containsExactly(Wanted.LOCAL_WAGE);
        assertThat(amounts(sheet)).containsExactly("wages 10000.00", "leave 0.00");
    }

    @Test
    void aClaimIsDueOnceItIsAccepted_AndHasToBeDecidedOn() {
        Claim open = new Claim(SettlementComponent.BONUS, "2025", money("5000"), Claim.State.OPEN);
        Claim refused = new Claim(SettlementComponent.EXPENSES, "Taxi", money("88.50"), Claim.State.REFUSED);

        Sheet sheet = sheet(ExitKind.RESIGNATION, "2024-01-01", LAST, true, claims("10000", open, refused));

        assertThat(sheet.wanted()).containsExactly(Wanted.CLAIMS);
        assertThat(amounts(sheet)).containsExactly("wages 10000.00", "leave 0.00");
    }

    @Test
    void severanceNeverFallsWithServiceAndNeverPassesTheCap() {
        BigDecimal before = BigDecimal.ZERO;
        for (LocalDate hired = day(LAST); hired.isAfter(day("2008-01-01")); hired = hired.minusDays(13)) {
            Sheet sheet = sheet(ExitKind.REDUNDANCY, hired.toString(), LAST, true, inputs("50000", "0", "0"));
            BigDecimal now = amount(sheet, SettlementComponent.SEVERANCE);

            assertThat(now).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(money("432000"));
            before = now;
        }
        assertThat(before).isEqualByComparingTo("432000");
    }

    @Test
    void wagesNeverFallFromDayToDay_AndAWholeMonthIsTheMonthsPay() {
        BigDecimal before = BigDecimal.ZERO;
        for (LocalDate last = day("2024-01-01"); last.isBefore(day("2026-01-01")); last = last.plusDays(1)) {
            Sheet sheet =
                    sheet(ExitKind.RESIGNATION, "2023-01-01", last.toString(), true, paid("2023-12-31", "9876.54"));
            BigDecimal now = amount(sheet, SettlementComponent.WAGES);

            assertThat(now).as("%s", last).isGreaterThanOrEqualTo(before);
            assertThat(now.scale()).isEqualTo(2);
            if (last.plusDays(1).getDayOfMonth() == 1) {
                long months = (last.getYear() - 2024) * 12L + last.getMonthValue();
                assertThat(now).isEqualByComparingTo(money("9876.54").multiply(BigDecimal.valueOf(months)));
            }
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "33333.33", "999999999999.99"})
    void amountsAreRoundedHalfUpToTheFen(String pay) {
        Sheet sheet = sheet(ExitKind.REDUNDANCY, "2023-02-01", "2026-06-19", true, inputs(pay, "5", "0"));

        assertThat(sheet.lines())
                .allSatisfy(line -> assertThat(line.amount().scale()).isEqualTo(2));
    }

    private static Sheet sheet(ExitKind kind, String hired, String last, boolean handedOver, Inputs inputs) {
        return Sheet.of(question(kind, hired, last, handedOver, inputs));
    }

    private static Question question(ExitKind kind, String hired, String last, boolean handedOver, Inputs inputs) {
        Facts facts = new Facts(kind, day(hired), day(last), day(last), handedOver);
        return new Question(law(), facts, inputs, wage(null));
    }

    private static Question with(Question question, Facts facts) {
        return new Question(question.law(), facts, question.inputs(), question.wage());
    }

    private static Law law() {
        LabourRules china = ShippedCalendar.chinaRules();
        return new Law(
                "CN", china.version(), china.calendar().weekend(), china.exits().orElseThrow());
    }

    private static LocalWage wage(String minimum) {
        LocalWage.Span span = new LocalWage.Span(day("2020-01-01"), day("2026-12-31"));
        BigDecimal lowest = minimum == null ? null : money(minimum);
        return new LocalWage(UUID.randomUUID(), "CN", "Shanghai", span, money("12000"), lowest, "test");
    }

    /** Everything is known, all kinds of pay are the same, and wages are paid until the end of May 2026. */
    private static Inputs inputs(String pay, String leave, String taken) {
        BigDecimal amount = money(pay);
        return new Inputs(
                new Inputs.Pay(amount, amount, amount, amount),
                day("2026-05-31"),
                money(leave),
                money(taken),
                "Shanghai",
                List.of());
    }

    private static Inputs paid(String until, String pay) {
        Inputs said = inputs(pay, "0", "0");
        return new Inputs(said.pay(), day(until), said.leaveDays(), said.leaveTaken(), said.place(), said.claims());
    }

    private static Inputs claims(String pay, Claim... claims) {
        Inputs said = inputs(pay, "0", "0");
        return new Inputs(
                said.pay(), said.paidUntil(), said.leaveDays(), said.leaveTaken(), said.place(), List.of(claims));
    }

    private static List<String> amounts(Sheet sheet) {
        return sheet.lines().stream()
                .map(line -> line.component().code() + " " + line.amount().toPlainString())
                .toList();
    }

    private static BigDecimal amount(Sheet sheet, SettlementComponent component) {
        return sheet.lines().stream()
                .filter(line -> line.component() == component)
                .map(Line::amount)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(Sheet sheet, SettlementComponent component) {
        return sheet.lines().stream()
                .filter(line -> line.component() == component)
                .flatMap(line -> line.steps().stream())
                .map(Step::code)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }
}
