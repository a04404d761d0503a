package org.holdfast.core.offboarding.assets;

/** How a holder signed that they have an asset. */
enum Receipt implements Coded {
    /** They have not signed. */
    NONE("none"),
    /** By their own account. */
    ACCOUNT("account"),
    /** On a paper that is on file. */
    PAPER("paper");

    private final String code;

    Receipt(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
