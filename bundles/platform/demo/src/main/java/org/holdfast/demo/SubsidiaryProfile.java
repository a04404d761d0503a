package org.holdfast.demo;

import java.util.List;
import java.util.Map;

/**
 * What kind of company a subsidiary is.
 *
 * @param code code of the subsidiary
 * @param name its name
 * @param industry code of its industry bundle
 * @param numberPrefix what its employee numbers begin with; two subsidiaries share one, so their numbers clash
 * @param places towns with offices
 * @param shares share of each family among the departments
 * @param positions positions of its families where they differ from the usual ones
 * @param unrest log-odds added to the monthly chance of becoming dissatisfied; sets the yearly exit rate
 * @param migrantShare share of its production workers who come from another province
 */
record SubsidiaryProfile(
        String code,
        String name,
        String industry,
        String numberPrefix,
        List<Place> places,
        Map<Family, Double> shares,
        Map<Family, List<String>> positions,
        double unrest,
        double migrantShare) {

    private static final Map<Family, List<String>> USUAL = Map.of(
            Family.RD, List.of("研发工程师"),
            Family.QC, List.of("质量工程师", "质检员"),
            Family.SALES, List.of("销售代表", "大客户经理"),
            Family.PRODUCTION, List.of("操作工", "技术工人"),
            Family.HR, List.of("人事专员", "招聘专员"),
            Family.FINANCE, List.of("会计", "财务分析师"),
            Family.IT, List.of("系统工程师"),
            Family.ADMIN, List.of("行政专员"),
            Family.OTHER, List.of("采购专员", "物流专员"));

    private static final Place SHANGHAI = new Place("上海", "上海市", 1.2);
    private static final Place SHENZHEN = new Place("深圳", "广东省", 1.15);
    private static final Place HANGZHOU = new Place("杭州", "浙江省", 1.08);
    private static final Place SUZHOU = new Place("苏州", "江苏省", 1.0);
    private static final Place WUHAN = new Place("武汉", "湖北省", .86);
    private static final Place CHENGDU = new Place("成都", "四川省", .86);

    /** The three large subsidiaries. */
    static final List<SubsidiaryProfile> LARGE = List.of(manufacturing(), tech(), fmcg());

    List<String> positionsOf(Family family) {
        return positions.getOrDefault(family, USUAL.getOrDefault(family, List.of("专员")));
    }

    String positionOf(Family family, Level level, Dice dice) {
        return level.leads() ? family.chinese() + level.title() : dice.oneOf(positionsOf(family));
    }

    /** Whether desk work is counted week by week instead of month by month. */
    boolean countsWeekly() {
        return industry.equals("tech");
    }

    private static SubsidiaryProfile manufacturing() {
        return new SubsidiaryProfile(
                "MFG",
                "恒固精密制造有限公司",
                "manufacturing",
                "1",
                List.of(SUZHOU, SHANGHAI, WUHAN, CHENGDU, SHENZHEN),
                Map.of(Family.PRODUCTION, .46, Family.RD, .19, Family.QC, .12, Family.SALES, .11, Family.HR, .12),
                Map.of(
                        Family.RD, List.of("机械工程师", "电气工程师", "工艺工程师"),
                        Family.PRODUCTION, List.of("操作工", "技术工人", "设备维护工")),
                .08,
                .55);
    }

    private static SubsidiaryProfile tech() {
        return new SubsidiaryProfile(
                "TECH",
                "恒固云启科技有限公司",
                "tech",
                "T1",
                List.of(SHANGHAI, HANGZHOU, SHENZHEN, CHENGDU),
                Map.of(Family.RD, .52, Family.IT, .10, Family.QC, .10, Family.SALES, .14, Family.HR, .14),
                Map.of(
                        Family.RD, List.of("后端工程师", "前端工程师", "算法工程师"),
                        Family.QC, List.of("测试工程师"),
                        Family.SALES, List.of("客户经理", "售前顾问"),
                        Family.IT, List.of("运维工程师", "系统工程师")),
                0.0,
                .20);
    }

    private static SubsidiaryProfile fmcg() {
        return new SubsidiaryProfile(
                "FMCG",
                "恒固优品消费品有限公司",
                "fmcg",
                "1",
                List.of(SHANGHAI, HANGZHOU, WUHAN, CHENGDU, SHENZHEN),
                Map.of(Family.SALES, .42, Family.PRODUCTION, .26, Family.QC, .08, Family.RD, .08, Family.HR, .16),
                Map.of(
                        Family.SALES, List.of("区域销售代表", "渠道专员", "门店督导"),
                        Family.RD, List.of("食品研发工程师"),
                        Family.PRODUCTION, List.of("操作工", "包装工")),
                0.0,
                .45);
    }
}
