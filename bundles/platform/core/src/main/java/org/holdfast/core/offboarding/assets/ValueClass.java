package org.holdfast.core.offboarding.assets;

/** What an asset is worth, roughly. */
enum ValueClass implements Coded {
    /** Little. */
    LOW("low"),
    /** Something. */
    MEDIUM("medium"),
    /** Much. */
    HIGH("high");

    private final String code;

    ValueClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
