package org.holdfast.api.labour;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an employer that ends an employment may have to show. The list is closed and in the order in which it comes about.
 *
 * @since 1.2.0
 */
public enum EvidenceKind {
    /** The rules of work that were broken, and that the employee knew them. */
    WORK_RULES("workRules"),
    /** That the employee was away without leave: on which days, and how that is known. */
    ABSENCE_RECORD("absenceRecord"),
    /** The employee was called back to work, until when, and that it reached them. */
    RETURN_NOTICE("returnNotice"),
    /** The trade union was told of the ground. */
    UNION_INFORMED("unionInformed"),
    /** The decision, and that it reached the employee. */
    DECISION("decision");

    private final String code;

    EvidenceKind(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case; its name is the text of the key {@code evidence.returnNotice}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a kind by its code.
     *
     * @param code the word used in files and the API
     * @return the kind, or empty where none has that code
     */
    public static Optional<EvidenceKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
