package org.holdfast.core.offboarding.assets;

/** Where an asset is; each has a text under {@code assets.state.}. */
enum AssetState implements Coded {
    /** It can be issued. */
    IN_STOCK("inStock"),
    /** Somebody holds it. */
    ISSUED("issued"),
    /** It came back, and is being checked. */
    CHECKING("checking"),
    /** Nobody knows where it is, and somebody decided so. */
    LOST("lost"),
    /** The firm uses it no more. */
    RETIRED("retired");

    private final String code;

    AssetState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
