package org.holdfast.engine.xgboost;

import org.holdfast.api.ErrorCode;

/** What can go wrong in this engine. */
public enum EngineError implements ErrorCode {
    /** The rows to fit on hold leavers only or stayers only. */
    ONE_CLASS_ONLY(Category.USER),
    /** A table cannot be split the way the protocol says. */
    PROTOCOL_DOES_NOT_FIT(Category.USER),
    /** Nothing is left to learn from after constant columns are gone. */
    NO_USABLE_COLUMN(Category.USER),
    /** Model bytes are damaged or are no model. */
    MODEL_DAMAGED(Category.CONFIGURATION),
    /** A model was written by another engine or another version of this one. */
    MODEL_OF_OTHER_ENGINE(Category.CONFIGURATION),
    /** The native library could not be loaded. */
    NATIVE_LIBRARY_MISSING(Category.CONFIGURATION),
    /** The native library refused a call. */
    NATIVE_CALL_FAILED(Category.INTERNAL);

    private final Category category;

    EngineError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
