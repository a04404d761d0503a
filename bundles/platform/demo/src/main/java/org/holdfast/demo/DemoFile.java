package org.holdfast.demo;

import java.util.Locale;

/** The files of a demo group, in the order in which they are to be imported. */
public enum DemoFile {
    /** The companies of the group. */
    SUBSIDIARIES("code,name,country,industry,timezone,language,sandbox"),
    /** Divisions, departments and teams, parents first. */
    DEPARTMENTS("code,name,parent_code,subsidiary,level,region"),
    /** Everybody who worked there within the window, managers first. */
    EMPLOYEES("employee_no,name,subsidiary,department,manager_no,position,position_family,grade,key_post,revenue_share,"
            + "hire_date,contract_end,birth_date,gender,location,base_pay,currency,email,phone,status,leave_date,"
            + "leave_type,leave_reason"),
    /** Market pay by position, family, place and grade. */
    MARKET_PAY("position,position_family,location,grade,date,p25,p50,p75,currency"),
    /** Consents of the generated people; to be imported before the signals that need them. */
    CONSENTS("subsidiary,employee_no,category,purpose,from,to"),
    /** Promotions, pay changes, moves, resignations raised, counter-offers, retention actions. */
    EVENTS("subsidiary,employee_no,event,date,value,detail,known_at"),
    /** All signals, person by person. */
    SIGNALS("subsidiary,employee_no,signal,date,value,source,text,intention,expected_pay,known_at"),
    /** Talks about leaving from before the product, with what came of them. */
    CASES("subsidiary,employee_no,date,talk_date,intent,causes,outcome,outcome_date,text"),
    /** The planted truth per person and month; not an import file. */
    TRUTH("subsidiary,employee_no,month,p_exit_90,p_exit_180,intent"),
    /** The planted effect of each retention action; not an import file. */
    TRUTH_ACTIONS("subsidiary,employee_no,action,date,assignment,p_exit_180_without,p_exit_180_with");

    private final String header;

    DemoFile(String header) {
        this.header = header;
    }

    /**
     * Tells whether the product imports the file; the truth is for judging a model, never for feeding it.
     *
     * @return false for the two files of planted truth
     */
    public boolean imported() {
        return this != TRUTH && this != TRUTH_ACTIONS;
    }

    /**
     * Returns the name of the file.
     *
     * @param compressed whether it is gzipped
     * @return the name, such as {@code market_pay.csv}
     */
    public String fileName(boolean compressed) {
        return name().toLowerCase(Locale.ROOT) + (compressed ? ".csv.gz" : ".csv");
    }

    String header() {
        return header;
    }
}
