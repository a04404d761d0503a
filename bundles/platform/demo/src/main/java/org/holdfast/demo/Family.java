package org.holdfast.demo;

import java.util.List;

/** Position families, with what the pay and the people in them look like. */
enum Family {
    RD("rd", "研发", 1.15, .28, 3),
    QC("qc", "质量", .88, .42, 2),
    SALES("sales", "销售", 1.0, .45, 2),
    PRODUCTION("production", "生产", .68, .38, 0),
    HR("hr", "人力资源", .88, .68, 2),
    FINANCE("finance", "财务", .96, .66, 2),
    IT("it", "信息技术", 1.06, .24, 3),
    ADMIN("admin", "行政", .74, .70, 1),
    OTHER("other", "供应链", .78, .40, 1);

    /** The families that share a support department. */
    static final List<Family> SUPPORT = List.of(HR, FINANCE, OTHER, IT, ADMIN);

    private final String code;
    private final String chinese;
    private final double payFactor;
    private final double womenShare;
    private final int lowestGrade;

    Family(String code, String chinese, double payFactor, double womenShare, int lowestGrade) {
        this.code = code;
        this.chinese = chinese;
        this.payFactor = payFactor;
        this.womenShare = womenShare;
        this.lowestGrade = lowestGrade;
    }

    String code() {
        return code;
    }

    String chinese() {
        return chinese;
    }

    double payFactor() {
        return payFactor;
    }

    double womenShare() {
        return womenShare;
    }

    /** The index of the grade most people of the family start in. */
    int lowestGrade() {
        return lowestGrade;
    }

    /** Whether projects, and so their delays, reach the family. */
    boolean runsProjects() {
        return this == RD || this == IT || this == QC || this == PRODUCTION;
    }

    /** Whether the work leaves countable traces: meetings and messages. */
    boolean worksAtDesk() {
        return this != PRODUCTION;
    }
}
