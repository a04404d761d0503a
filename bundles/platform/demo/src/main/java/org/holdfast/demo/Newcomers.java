package org.holdfast.demo;

import java.io.IOException;

/**
 * The four small firms that have just joined and so still run on their industry's scorecard. They hold the published
 * cases; everybody else in them is quiet.
 */
final class Newcomers {

    private static final String TOWN = "无锡";
    private static final String HEAD_OF_SALES = "销售负责人";
    private static final String HEAD_OF_RESEARCH = "研发负责人";
    private static final double SALES_MEDIAN = 300_000;
    private static final double RESEARCH_MEDIAN = 400_000;
    private static final int YEARS_AGO = 1_700;

    private final DemoPlan plan;
    private final DemoCalendar calendar;
    private final MarketRows market;

    Newcomers(DemoPlan plan, DemoCalendar calendar, MarketRows market) {
        this.plan = plan;
        this.calendar = calendar;
        this.market = market;
    }

    void write(DemoFiles files) throws IOException {
        String date = plan.endDay().minusYears(1).withDayOfMonth(1).toString();
        market.add(HEAD_OF_SALES, Family.SALES, TOWN, "M2", new MarketRows.Quote(date, SALES_MEDIAN));
        market.add(HEAD_OF_RESEARCH, Family.RD, TOWN, "M2", new MarketRows.Quote(date, RESEARCH_MEDIAN));
        write(valves(), "江陵阀门制造有限公司", "manufacturing", files);
        write(pumps(), "云阳泵业制造有限公司", "manufacturing", files);
        write(software(), "启拓软件有限公司", "tech", files);
        write(foods(), "绿丰食品有限公司", "fmcg", files);
    }

    private static void write(NewcomerFirm firm, String name, String industry, DemoFiles files) throws IOException {
        files.write(DemoFile.SUBSIDIARIES, DemoGroup.subsidiary(firm.code(), name, industry));
        firm.writeTo(files);
    }

    private NewcomerFirm valves() {
        NewcomerFirm firm = open("JL", "销售部", "生产部");
        salesHead(firm, "CASE-8.5", NewcomerFirm.STILL);
        Ranks workshop = new Ranks(firm, firm.code() + "-02", Family.PRODUCTION);
        workshop.lead("JL-003", "JL-001", "生产经理");
        workshop.members("JL-003", 20, 5);
        String number = "CASE-85PCT";
        workshop.post(number, "JL-003", "设备主任工程师", "P6", 200_000);
        firm.ratings(number, 90, 90, 72);
        leaves(firm, number, 4, 12, 20);
        firm.event(number, "resignation_raised", 150, 1, "口头提出离职");
        firm.event(number, "counter_offer", 143, 30_000, "raise");
        return firm;
    }

    private NewcomerFirm pumps() {
        NewcomerFirm firm = open("YY", "销售部", "质量部");
        salesHead(firm, "CASE-NOCONSENT", 30);
        Ranks quality = new Ranks(firm, firm.code() + "-02", Family.QC);
        quality.lead("YY-003", "YY-001", "质量经理");
        quality.members("YY-003", 20, 3);
        firm.employee(
                new NewcomerFirm.Post("CASE-THIN", "YY-003", "YY-02", "储备检验员", Family.QC, "P2", TOWN, 84_000, 0, 60));
        firm.signal("CASE-THIN", DemoSignal.LATE, 9, 12);
        return firm;
    }

    /** Head of sales with ten reports; the case that the manager's login is the superior of. */
    private void salesHead(NewcomerFirm firm, String number, int consentEndedDaysAgo) {
        String director = firm.code() + "-002";
        Ranks sales = new Ranks(firm, firm.code() + "-01", Family.SALES);
        sales.lead(director, firm.code() + "-001", "销售总监");
        firm.employee(new NewcomerFirm.Post(
                number,
                director,
                firm.code() + "-01",
                HEAD_OF_SALES,
                Family.SALES,
                "M2",
                TOWN,
                SALES_MEDIAN * .88,
                .15,
                YEARS_AGO));
        sales.members(number, 10, 10);
        firm.jobSiteConsent(number, 200, consentEndedDaysAgo);
        firm.resumeUpdate(number, 12, "寻求更高薪资", 340_000);
        leaves(firm, number, 3, 10, 18, 41);
        firm.ratings(number, 92, 85, 78);
        firm.signal(number, DemoSignal.BASE_PAY, NewcomerFirm.JOINED_DAYS_AGO, SALES_MEDIAN * .88);
    }

    private NewcomerFirm software() {
        NewcomerFirm firm = open("QT", "研发部", "平台部");
        Ranks research = new Ranks(firm, "QT-01", Family.RD);
        String head = "CASE-8.2";
        // Reports to nobody in the register: HR has the case at once, whatever the hour of the demo.
        research.post(head, "", HEAD_OF_RESEARCH, "M2", RESEARCH_MEDIAN * .85);
        research.members(head, 10, 6);
        firm.jobSiteConsent(head, 210, NewcomerFirm.STILL);
        firm.resumeUpdate(head, 15, "寻求更大的技术挑战", 460_000);
        firm.resumeUpdate(head, 55, "寻求更大的技术挑战", 450_000);
        for (int day : new int[] {5, 13, 22, 36, 47}) {
            firm.signal(head, DemoSignal.LATE, day, 20);
        }
        firm.ratings(head, 90, 90, 72);
        firm.signal(head, DemoSignal.BASE_PAY, NewcomerFirm.JOINED_DAYS_AGO, RESEARCH_MEDIAN * .85);
        Ranks platform = new Ranks(firm, "QT-02", Family.IT);
        platform.lead("QT-003", "QT-001", "平台经理");
        platform.members("QT-003", 20, 5);
        platform.post("CASE-RULE", "QT-003", "资深平台工程师", "P6", 260_000);
        combinedIndicator(firm, "CASE-RULE");
        return firm;
    }

    /** Overtime falling three months in a row, messages halved, job-site activity up. */
    private static void combinedIndicator(NewcomerFirm firm, String number) {
        int[] hours = {12, 22, 34, 46, 46, 46, 46};
        for (int month = 0; month < hours.length; month++) {
            firm.signal(number, DemoSignal.OVERTIME_HOURS, 30 * month + 2, hours[month]);
        }
        for (int day = 235; day > 0; day -= 10) {
            firm.signal(number, DemoSignal.MESSAGES, day, day < 30 ? 75 : 150);
        }
        firm.jobSiteConsent(number, 220, NewcomerFirm.STILL);
        firm.resumeUpdate(number, 50, "在职，考虑更好的机会", 300_000);
        firm.resumeUpdate(number, 20, "寻求更大的技术挑战", 320_000);
        firm.resumeUpdate(number, 8, "寻求更大的技术挑战", 330_000);
    }

    private NewcomerFirm foods() {
        NewcomerFirm firm = open("LF", "销售部", "供应链部");
        Ranks sales = new Ranks(firm, "LF-01", Family.SALES);
        String head = "CASE-7.5";
        sales.post(head, "LF-001", "大区销售负责人", "M2", 310_000);
        sales.members(head, 10, 8);
        firm.jobSiteConsent(head, 205, NewcomerFirm.STILL);
        firm.resumeUpdate(head, 14, "寻求更大的发展空间", 360_000);
        leaves(firm, head, 2, 9, 15, 23);
        firm.ratings(head, 90, 90, 73.8);
        Ranks supply = new Ranks(firm, "LF-02", Family.OTHER);
        supply.lead("LF-003", "LF-001", "供应链经理");
        supply.members("LF-003", 20, 4);
        return firm;
    }

    private NewcomerFirm open(String code, String first, String second) {
        NewcomerFirm firm = new NewcomerFirm(code, plan.endDay(), Dice.of(plan.seed(), code.hashCode(), 0));
        firm.department(code + "-00", "总部", "", "division");
        firm.department(code + "-01", first, code + "-00", "department");
        firm.department(code + "-02", second, code + "-00", "department");
        new Ranks(firm, code + "-00", Family.ADMIN).lead(code + "-001", "", "总经理");
        return firm;
    }

    private static void leaves(NewcomerFirm firm, String number, int... daysAgo) {
        for (int day : daysAgo) {
            firm.signal(number, DemoSignal.LEAVE_DAYS, day, 1);
        }
    }

    /** Fills one department with people who do their work and are content. */
    private final class Ranks {
        private final NewcomerFirm firm;
        private final String department;
        private final Family family;

        Ranks(NewcomerFirm firm, String department, Family family) {
            this.firm = firm;
            this.department = department;
            this.family = family;
        }

        void post(String number, String manager, String position, String grade, double pay) {
            firm.employee(new NewcomerFirm.Post(
                    number, manager, department, position, family, grade, TOWN, pay, 0, YEARS_AGO));
        }

        void lead(String number, String manager, String position) {
            post(number, manager, position, "M2", 420_000 * family.payFactor());
            quiet(number, 420_000 * family.payFactor());
        }

        void members(String manager, int from, int count) {
            Place place = SubsidiaryProfile.LARGE.get(0).places().get(0);
            String position = SubsidiaryProfile.LARGE.get(0).positionsOf(family).get(0);
            int grade = family.lowestGrade() + 1;
            double pay = Recruiter.round(
                    PayScale.median(position, family, place, grade) * PayScale.growth(calendar.months() - 1));
            for (int i = 0; i < count; i++) {
                String number = firm.code() + "-" + department.substring(3) + (from + i);
                firm.employee(new NewcomerFirm.Post(
                        number,
                        manager,
                        department,
                        position,
                        family,
                        PayScale.GRADES.get(grade),
                        place.town(),
                        pay,
                        0,
                        500 + firm.dice().below(2_000)));
                quiet(number, pay);
            }
        }

        private void quiet(String number, double pay) {
            Dice dice = firm.dice();
            firm.signal(number, DemoSignal.BASE_PAY, NewcomerFirm.JOINED_DAYS_AGO, pay);
            double rating = dice.between(79, 86);
            firm.ratings(number, rating, rating, rating + dice.below(2));
            double hours = dice.between(6, 14);
            for (int day = 2; day < NewcomerFirm.JOINED_DAYS_AGO; day += 30) {
                firm.signal(number, DemoSignal.OVERTIME_HOURS, day, hours);
            }
            firm.signal(number, DemoSignal.LATE, 100 + dice.below(100), dice.between(3, 15));
            firm.signal(number, DemoSignal.LEAVE_DAYS, 70 + dice.below(120), 1);
        }
    }
}
