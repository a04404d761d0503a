package org.holdfast.core.offboarding.assets;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with an asset. The names are part of the API. */
enum AssetError implements StatusCode {
    /** Somebody else has done something with it meanwhile. */
    ASSET_CHANGED,
    /** The subsidiary has an asset of that number. */
    ASSET_NUMBER_TAKEN,
    /** The key was used for something else. */
    ASSET_KEY_USED,
    /** It is not where it would have to be for this. */
    ASSET_STATE,
    /** The holder has not signed: neither by their account nor on a paper. */
    ASSET_NOT_SIGNED,
    /** Whoever has left is given nothing. */
    ASSET_HOLDER_LEFT,
    /** Who leaves still holds something of the firm. */
    ASSETS_NOT_RETURNED,
    /** No installed bundle reads files of this kind. */
    ASSET_FILE_FORMAT;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
