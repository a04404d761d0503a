package org.holdfast.core.platform.rest;

import java.util.List;
import org.holdfast.api.ErrorCode;

/**
 * A problem before it is put into the caller's language.
 *
 * @param code its kind
 * @param status the HTTP status
 * @param variant which of several details of the kind is meant, empty for the only one
 * @param message the exception's message, in English, fit for the caller
 * @param errors what is wrong with which field
 * @param reference identity of this occurrence
 */
record Failure(
        ErrorCode code, int status, String variant, String message, List<FieldError> errors, String reference) {}
