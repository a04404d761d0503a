package org.holdfast.distribution;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Files of many made-up people, the same for each subsidiary but for its code. All carry the moment they were known, so
 * that nothing in them depends on when they are imported.
 *
 * @param people rows of employees.csv
 * @param signals rows of signals.csv
 */
record LargeFiles(int people, int signals) {
    /** What all names in these files begin with, and nothing else in the product. */
    static final String CANARY = "Kestrelwyn";

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    static String number(int person) {
        return "KW" + (1_000_000 + person);
    }

    byte[] subsidiaries(String code) {
        return utf8("code,name,country,industry,timezone,language,sandbox\n" + code
                + ",Large files,CN,manufacturing,Asia/Shanghai,en,1\n");
    }

    byte[] departments(String code) {
        return utf8("code,name,parent_code,subsidiary,level,region\nLARGE,Works,," + code + ",division,Jiangsu\n");
    }

    byte[] employees(String code) {
        StringBuilder text = new StringBuilder("employee_no,name,subsidiary,department,manager_no,position,"
                + "position_family,grade,hire_date,base_pay,currency,email,status,known_at\n");
        for (int person = 0; person < people; person++) {
            text.append(number(person)).append(',').append(CANARY).append(' ').append(person);
            text.append(',').append(code).append(",LARGE,").append(superior(person));
            text.append(",Fitter,production,G").append(person % 9).append(",2021-03-01,");
            text.append(60_000 + person).append(",CNY,kw").append(person).append("@kestrelwyn.example");
            text.append(",active,2021-03-01T08:00:00+08:00\n");
        }
        return utf8(text);
    }

    /** Most superiors stand further up; some stand one row further down, where their row may be in the next checkpoint. */
    private String superior(int person) {
        if (person == 0) {
            return "";
        }
        boolean below = person > people / 2 && person % 3 == 0 && person + 1 < people;
        return number(below ? person + 1 : person / 10);
    }

    byte[] signals(String code) {
        String[] codes = {"attendance.late", "performance.rating", "attendance.overtime_hours", "feedback.text"};
        StringBuilder text = new StringBuilder("subsidiary,employee_no,signal,date,value,source,text,known_at\n");
        for (int row = 0; row < signals; row++) {
            int day = row / people;
            String signal = codes[day % codes.length];
            boolean words = signal.equals("feedback.text");
            String date = FIRST.plusDays(day).toString();
            text.append(code)
                    .append(',')
                    .append(number(row % people))
                    .append(',')
                    .append(signal);
            text.append(',')
                    .append(date)
                    .append(',')
                    .append(words ? "" : String.valueOf(row % 5))
                    .append(",large,");
            text.append(words ? CANARY + " says " + row : "")
                    .append(',')
                    .append(date)
                    .append("T20:00:00+08:00\n");
        }
        return utf8(text);
    }

    private static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
