package org.holdfast.demo;

import java.util.List;

/** What generated people write. */
final class Phrases {

    /** Intention of somebody who only keeps a résumé fresh. */
    static final String LOOKING = "在职，考虑更好的机会";

    /** Intentions of people who search. */
    static final List<String> SEEKING = List.of("寻求更高薪资", "寻求更大的技术挑战", "寻求更大的发展空间", "月内可到岗");

    /** Feedback of people who are content. */
    static final List<String> CONTENT = List.of("团队氛围很好", "最近学到了很多东西", "工作安排合理", "一切正常", "对目前的岗位满意", "希望继续参与新项目");

    /** Feedback of people who are not. */
    static final List<String> DISSATISFIED = List.of("看不到晋升机会", "薪资低于市场水平", "加班太多，压力很大", "与主管沟通不畅", "工作内容重复，没有成长");

    /** Feedback of people who search. */
    static final List<String> SEARCHING = List.of("想换环境", "感觉没有发展空间", "想换环境，寻求更高薪资", "正在考虑新的方向");

    private Phrases() {}
}
