package org.holdfast.core.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that can be imported, with their columns. Columns that are not required may be left out or empty. */
public enum ImportKind {
    /** Companies of the group. */
    SUBSIDIARIES("subsidiaries", "code name country industry timezone language", "sandbox"),
    /** Divisions, departments and teams. */
    DEPARTMENTS("departments", "code name level", "parent_code subsidiary region"),
    /** People with their posts. */
    EMPLOYEES(
            "employees",
            "employee_no name",
            "subsidiary department manager_no position position_family grade key_post revenue_share hire_date"
                    + " contract_end birth_date gender location base_pay currency email phone status leave_date"
                    + " leave_type leave_reason"),
    /** Dated observations. */
    SIGNALS("signals", "employee_no signal date", "subsidiary value source text intention expected_pay"),
    /** Career events. */
    EVENTS("events", "employee_no event date", "subsidiary value detail"),
    /** Consents of generated people. */
    CONSENTS("consents", "employee_no category purpose from", "subsidiary to"),
    /** Talks about leaving from before the product, with what came of them. */
    CASES("cases", "employee_no date talk_date intent", "subsidiary causes outcome outcome_date text"),
    /** What the market pays. */
    MARKET_PAY("market_pay", "date p25 p50 p75 currency", "position position_family location grade");

    private final String code;
    private final String required;
    private final String all;

    ImportKind(String code, String required, String optional) {
        this.code = code;
        this.required = required;
        this.all = " " + required + " " + optional + " " + Columns.KNOWN_AT + " ";
    }

    /**
     * Returns the word that begins the file's name.
     *
     * @return for example {@code market_pay}
     */
    public String code() {
        return code;
    }

    List<String> required() {
        return List.of(required.split(" "));
    }

    /** Returns all columns a file of this kind may have, the required ones first. */
    List<String> columns() {
        return List.of(all.strip().split(" "));
    }

    boolean has(String column) {
        return all.contains(" " + column + " ");
    }

    /**
     * Finds a kind by its code.
     *
     * @param code the word that begins the file's name
     * @return the kind, or empty
     */
    public static Optional<ImportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static Optional<ImportKind> ofFileName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.startsWith(kind.code))
                .findFirst();
    }

    /** Returns the kind whose required columns are all there and which knows the most of the columns. */
    static Optional<ImportKind> ofColumns(List<String> columns) {
        return Arrays.stream(values())
                .filter(kind -> columns.containsAll(kind.required()))
                .max((one, other) -> Long.compare(one.known(columns), other.known(columns)));
    }

    private long known(List<String> columns) {
        return columns.stream().filter(this::has).count();
    }
}
