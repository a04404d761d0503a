package org.holdfast.distribution;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that are sound tables with unsound contents, and sound contents under unsound names. */
final class HostileTables {
    private static final String EMPLOYEES =
            "employee_no,name,subsidiary,department,manager_no,hire_date,birth_date,base_pay,currency,status\n";
    private static final String DEPARTMENTS = "code,name,parent_code,subsidiary,level,region\n";
    private static final String SUBSIDIARIES = "code,name,country,industry,timezone,language,sandbox\n";
    private static final String SIGNALS = "subsidiary,employee_no,signal,date,value,source,text\n";
    private static final String EVENTS = "subsidiary,employee_no,event,date,value,detail\n";
    private static final String MARKET = "position,position_family,location,grade,date,p25,p50,p75,currency\n";
    private static final String CONSENTS = "subsidiary,employee_no,category,purpose,from,to\n";
    private static final List<String> ODD_VALUES = List.of(
            "",
            "NaN",
            "1e400",
            "-1",
            "0x7f",
            "=1+1",
            "=cmd|' /C calc'!A0",
            "2024-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "9999-12-31",
            "1899-12-31",
            "12/25",
            "\u0000",
            "a\u0000b",
            "\uFEFF",
            "\u202Egnp.exe",
            "\uD83D\uDE00".repeat(150),
            "'; drop table employee; --",
            "../../../../etc/passwd",
            "\"quoted\"\nin two lines",
            "x".repeat(40_000),
            "9".repeat(400));
    private static final List<String> ODD_NAMES = List.of(
            "../../../../etc/passwd.csv",
            "..\\..\\windows\\system32\\employees.csv",
            "C:\\employees.csv",
            "/dev/null.csv",
            "..",
            ".",
            "",
            " ",
            "employees.csv\u0000.xlsx",
            "employees\r\nX-Evil: 1.csv",
            "employees\".csv",
            "employees;name=subsidiary.csv",
            "\u202Evsc.seeyolpme",
            "员工.csv",
            "employees.CSV.GZ",
            "employees.xls",
            "employees.exe",
            "employees",
            "x".repeat(5_000) + ".csv");

    private final String subsidiary;

    HostileTables(String subsidiary) {
        this.subsidiary = subsidiary;
    }

    /**
     * A file.
     *
     * @param name its name
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Named(String name, byte[] content) {}

    List<Named> all() {
        List<Named> all = new ArrayList<>();
        for (String value : ODD_VALUES) {
            String cell = '"' + value.replace("\"", "\"\"") + '"';
            all.add(utf8("employees.csv", EMPLOYEES + odd("E9,%s," + subsidiary + ",%s,%s,%s,%s,%s,%s,%s\n", cell)));
            all.add(utf8("employees.csv", EMPLOYEES + odd("%s,Name,%s,,,,,,,\n", cell)));
            all.add(utf8("departments.csv", DEPARTMENTS + odd("%s,%s,%s," + subsidiary + ",%s,%s\n", cell)));
            all.add(utf8("subsidiaries.csv", SUBSIDIARIES + odd("%s,%s,%s,%s,%s,%s,%s\n", cell)));
            all.add(utf8("subsidiaries.csv", SUBSIDIARIES + odd("ODD,%s,CN,%s,UTC,en,1\n", cell)));
            all.add(utf8("signals.csv", SIGNALS + odd(subsidiary + ",E1,%s,%s,%s,%s,%s\n", cell)));
            all.add(utf8("signals.csv", SIGNALS + odd(subsidiary + ",E1,feedback.text,2026-01-05,,%s,%s\n", cell)));
            all.add(utf8("events.csv", EVENTS + odd(subsidiary + ",E1,training,2026-01-05,%s,%s\n", cell)));
            all.add(utf8("market_pay.csv", MARKET + odd("%s,%s,%s,%s,2026-01-05,1,2,3,CNY\n", cell)));
            all.add(utf8("market_pay.csv", MARKET + odd("Fitter,production,,,%s,%s,%s,%s,%s\n", cell)));
            all.add(utf8("consents.csv", CONSENTS + odd(subsidiary + ",E1,%s,%s,%s,%s\n", cell)));
        }
        for (String name : ODD_NAMES) {
            all.add(utf8(name, EMPLOYEES + "E8,Name," + subsidiary + ",,,,,,,\n"));
        }
        all.addAll(loops());
        all.addAll(shapes());
        return all;
    }

    private static String odd(String row, String cell) {
        return row.replace("%s", cell);
    }

    private List<Named> loops() {
        String person = ",Name," + subsidiary + ",,";
        String unit = "," + subsidiary + ",team,\n";
        return List.of(
                utf8("employees.csv", EMPLOYEES + ("E1" + person + ",,,,,\n").repeat(3)),
                utf8("employees.csv", EMPLOYEES + "C1" + person + "C1,,,,,\n"),
                utf8(
                        "employees.csv",
                        EMPLOYEES + "C1" + person + "C2,,,,,\n" + "C2" + person + "C3,,,,,\n" + "C3" + person
                                + "C1,,,,,\n"),
                utf8("departments.csv", DEPARTMENTS + "D1,D1,D1" + unit),
                utf8("departments.csv", DEPARTMENTS + "D1,D1,D2" + unit + "D2,D2,D3" + unit + "D3,D3,D1" + unit),
                utf8("departments.csv", DEPARTMENTS + ("D4,D4," + unit).repeat(3)),
                // Names of folders that are not the subsidiary's own.
                utf8("subsidiaries.csv", SUBSIDIARIES + "..,Up,CN,tech,UTC,en,1\n.,Here,CN,tech,UTC,en,1\n"));
    }

    private static List<Named> shapes() {
        Charset utf32 = Charset.forName("UTF-32BE");
        String table = EMPLOYEES + "E1,Name,S,,,,,,,\n";
        return List.of(
                utf8("employees.csv", ""),
                utf8("employees.csv", "\n\n\n"),
                utf8("employees.csv", "\uFEFF"),
                utf8("employees.csv", "\uFEFF\uFEFF" + table),
                utf8("employees.csv", EMPLOYEES),
                utf8("employees.csv", "name,name,name\n1,2,3\n"),
                utf8("employees.csv", "employee_no,employee_no,name\n1,2,3\n"),
                utf8("employees.csv", "colour,shape\nred,round\n"),
                utf8("employees.csv", "工号,姓名,employee_no\n1,2,3\n"),
                utf8("employees.csv", "c,".repeat(20_000) + "\n" + "1,".repeat(20_000) + "\n"),
                utf8("employees.csv", EMPLOYEES + "E1" + ",".repeat(20_000) + "\n"),
                new Named("employees.csv", table.getBytes(StandardCharsets.UTF_16)),
                new Named("employees.csv", table.getBytes(utf32)),
                utf8("employees.csv.gz", table),
                utf8("employees.xlsx", table),
                utf8("employees.csv", "<html><body>Sign in</body></html>"),
                utf8("employees.csv", "{\"employee_no\":1}"));
    }

    private static Named utf8(String name, String text) {
        return new Named(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
