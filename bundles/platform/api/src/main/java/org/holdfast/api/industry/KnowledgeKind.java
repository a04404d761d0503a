package org.holdfast.api.industry;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody who leaves hands over.
 *
 * @since 1.3.0
 */
public enum KnowledgeKind {
    /** Documents that say what is wanted. */
    REQUIREMENT("requirement"),
    /** Documents that say how it is made. */
    DESIGN("design"),
    /** Documents that say how it is tested, with results. */
    TEST("test"),
    /** Programs with everything that builds and runs them. */
    CODE("code"),
    /** Models, moulds and drawings. */
    MODEL("model"),
    /** What is known and stands in no patent. */
    KNOW_HOW("knowHow"),
    /** Customers with contacts, promises and open business. */
    CUSTOMER("customer"),
    /** Access that others need: the way to it, never a password. */
    CREDENTIAL("credential"),
    /** A recorded talk: voice or picture of the person, who is asked before. */
    RECORDING("recording"),
    /**
     * A talk about the handover whose minutes who leaves, who goes on and their superior sign. Nobody hands it over: it is accepted
     * once all have signed.
     *
     * @since 1.4.0
     */
    MEETING("meeting"),
    /** Anything else. */
    OTHER("other");

    private final String code;

    KnowledgeKind(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case; its name is the text of the key {@code knowledgeKind.requirement}
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
    public static Optional<KnowledgeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
