package org.holdfast.core.offboarding.assets;

/** In which condition an asset is. */
enum Condition implements Coded {
    /** As it should be. */
    GOOD("good"),
    /** Used, and usable. */
    WORN("worn"),
    /** Damaged; a note says how. */
    DAMAGED("damaged");

    private final String code;

    Condition(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
