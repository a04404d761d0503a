package org.holdfast.core.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names a column may have in a header: the English one, or a Chinese one. */
final class Columns {
    /** When the firm could know a row. */
    static final String KNOWN_AT = "known_at";

    /** Columns of error files; they are taken without a word. */
    static final List<String> OF_ERROR_FILES = List.of("line", "error");

    private static final Map<String, String> ENGLISH = new HashMap<>();
    private static final Map<String, String> CHINESE = new HashMap<>();

    static {
        names("code", "编码", "代码");
        names("name", "名称", "姓名");
        names("country", "国家");
        names("industry", "行业");
        names("timezone", "时区");
        names("language", "语言");
        names("sandbox", "沙箱");
        names("parent_code", "上级编码");
        names("subsidiary", "子公司");
        names("level", "层级");
        names("region", "地区");
        names("employee_no", "工号");
        names("department", "部门");
        names("manager_no", "上级工号");
        names("position", "职位", "岗位");
        names("position_family", "职位序列");
        names("grade", "职级");
        names("key_post", "核心岗位");
        names("revenue_share", "营收占比");
        names("hire_date", "入职日期");
        names("contract_end", "合同到期日");
        names("birth_date", "出生日期");
        names("gender", "性别");
        names("location", "工作地点");
        names("base_pay", "基本年薪");
        names("currency", "币种");
        names("email", "邮箱");
        names("phone", "电话");
        names("status", "状态");
        names("leave_date", "离职日期");
        names("leave_type", "离职类型");
        names("leave_reason", "离职原因");
        names("signal", "信号");
        names("date", "日期");
        names("value", "数值");
        names("source", "来源");
        names("text", "文本");
        names("intention", "求职意向");
        names("expected_pay", "期望薪资");
        names("event", "事件");
        names("detail", "说明");
        names("talk_date", "谈话日期");
        names("intent", "离职意向");
        names("causes", "离职因素");
        names("outcome", "结果");
        names("outcome_date", "结果日期");
        names("category", "数据类别");
        names("purpose", "处理目的");
        names("from", "开始日期");
        names("to", "结束日期");
        names("p25", "25分位");
        names("p50", "50分位");
        names("p75", "75分位");
        names(KNOWN_AT, "获知时间");
        names("line", "行号");
        names("error", "错误");
    }

    private Columns() {}

    private static void names(String english, String... chinese) {
        ENGLISH.put(english, english);
        CHINESE.put(english, chinese[0]);
        for (String name : chinese) {
            ENGLISH.put(name, english);
        }
    }

    /** Returns the Chinese name of a column; a person's name has another word than a thing's. */
    static String chinese(ImportKind kind, String column) {
        boolean person = kind == ImportKind.EMPLOYEES && column.equals("name");
        return person ? "姓名" : CHINESE.getOrDefault(column, column);
    }

    /** Returns the English name of a header's word, or the word itself where no column is called so. */
    static String english(String word) {
        String folded = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
        return ENGLISH.getOrDefault(folded, folded);
    }
}
