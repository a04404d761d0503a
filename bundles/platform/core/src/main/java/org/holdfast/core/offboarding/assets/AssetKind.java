package org.holdfast.core.offboarding.assets;

/** What an asset is; each has a text under {@code assets.kind.}. */
enum AssetKind implements Coded {
    /** A computer that is carried. */
    LAPTOP("laptop"),
    /** A telephone. */
    PHONE("phone"),
    /** A card that opens doors. */
    ACCESS_CARD("accessCard"),
    /** A key. */
    KEY("key"),
    /** A vehicle. */
    VEHICLE("vehicle"),
    /** A tool. */
    TOOL("tool"),
    /** A document that belongs to the firm, such as a seal or a licence. */
    DOCUMENT("document"),
    /** Something else. */
    OTHER("other");

    private final String code;

    AssetKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
