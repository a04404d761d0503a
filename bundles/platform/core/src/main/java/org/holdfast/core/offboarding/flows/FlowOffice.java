package org.holdfast.core.offboarding.flows;

import java.util.Arrays;
import java.util.Optional;

/** Whose task it is. The list is closed; the room of cases knows which people an office is for one leaver. */
public enum FlowOffice {
    /** The leaver. */
    EMPLOYEE,
    /** The leaver's direct superior. */
    SUPERIOR,
    /** HR of the subsidiary. */
    HR,
    /** Who keeps the accounts. */
    IT,
    /** Who pays. */
    FINANCE,
    /** General administration: who keeps the assets. */
    ADMINISTRATION,
    /** The legal department. */
    LEGAL,
    /** Who takes over the leaver's work. */
    SUCCESSOR;

    /**
     * Returns how files, the API and message keys write it.
     *
     * @return for example {@code finance}
     */
    public String code() {
        return FlowWord.code(this);
    }

    /**
     * Finds an office by its code.
     *
     * @param code as {@link #code} returns it
     * @return the office, empty where there is none
     */
    public static Optional<FlowOffice> ofCode(String code) {
        return Arrays.stream(values())
                .filter(office -> office.code().equals(code))
                .findFirst();
    }
}
