package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at work, as now known. Protected attributes (day of birth, gender) are not part of it.
 *
 * @param id random id of the person
 * @param subsidiaryId the subsidiary
 * @param departmentId the department, null where not said
 * @param managerId the superior, null where there is none
 * @param status whether the person is at work
 * @param contact who it is
 * @param post what the person does
 * @param terms under which terms
 * @param exit how the person left; empty words while at work
 */
public record Employee(
        UUID id,
        UUID subsidiaryId,
        @Nullable UUID departmentId,
        @Nullable UUID managerId,
        Status status,
        Contact contact,
        Post post,
        Terms terms,
        Exit exit) {

    /** Whether a person is at work. */
    public enum Status {
        /** At work. */
        ACTIVE("active"),
        /** Employed, but on long leave. */
        ON_LEAVE("onLeave"),
        /** No longer employed. */
        LEFT("left");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in files and the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }

    /**
     * Who it is.
     *
     * @param employeeNo number, unique in the subsidiary
     * @param name full name
     * @param email mail address, empty where not known
     * @param phone phone number, empty where not known
     */
    public record Contact(String employeeNo, String name, String email, String phone) {}

    /**
     * What the person does. Words are empty where not known.
     *
     * @param position name of the position
     * @param family code of the position family
     * @param grade grade
     * @param keyPost whether the post is a key post
     * @param revenueShare share of the firm's revenue the post answers for, 0 to 1, NaN where not known
     * @param location place of work
     */
    public record Post(
            String position, String family, String grade, boolean keyPost, double revenueShare, String location) {}

    /**
     * Under which terms.
     *
     * @param hireDate day of hire, null where not known
     * @param contractEnd last day of the contract, null where it has none
     * @param basePay gross per year, NaN where not known
     * @param currency ISO 4217 code, empty where not known
     */
    public record Terms(
            @Nullable LocalDate hireDate, @Nullable LocalDate contractEnd, double basePay, String currency) {}

    /**
     * How the person left.
     *
     * @param date the last day, null where not known or at work
     * @param type {@code voluntary}, {@code involuntary}, {@code retirement}, {@code other} or empty
     * @param reason reason as given, may be empty
     */
    public record Exit(@Nullable LocalDate date, String type, String reason) {
        /** Nobody left. */
        public static final Exit NONE = new Exit(null, "", "");
    }
}
