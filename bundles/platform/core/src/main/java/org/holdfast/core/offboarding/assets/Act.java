package org.holdfast.core.offboarding.assets;

/** What was done with an asset; each has a text under {@code assets.act.}. */
enum Act implements Coded {
    /** It was put into the register. */
    REGISTERED("registered"),
    /** Its description was changed. */
    CHANGED("changed"),
    /** It was issued to somebody. */
    ISSUED("issued"),
    /** Its holder signed that they have it. */
    RECEIVED("received"),
    /** Its holder signed that they return it. */
    GIVEN_BACK("givenBack"),
    /** Whoever keeps the register signed that it came back. */
    RETURNED("returned"),
    /** It was found lost, with a decision. */
    LOST("lost"),
    /** Its holder handed it to somebody else. */
    PASSED_ON("passedOn"),
    /** It was checked, and can be issued again. */
    IN_STOCK("inStock"),
    /** It was found again, and is being checked. */
    FOUND("found"),
    /** The firm uses it no more. */
    RETIRED("retired");

    private final String code;

    Act(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
