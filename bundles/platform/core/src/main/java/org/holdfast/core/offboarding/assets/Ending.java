package org.holdfast.core.offboarding.assets;

/** How somebody's holding of an asset ended. */
enum Ending implements Coded {
    /** It came back. */
    RETURNED("returned"),
    /** It was lost, and somebody decided what follows. */
    LOST("lost"),
    /** Somebody else has it now. */
    PASSED_ON("passedOn");

    private final String code;

    Ending(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
