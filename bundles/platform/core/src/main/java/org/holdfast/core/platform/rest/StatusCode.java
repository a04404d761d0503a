package org.holdfast.core.platform.rest;

import org.holdfast.api.ErrorCode;

/** An error code that names the HTTP status it is answered with, where its category's status does not fit. */
public interface StatusCode extends ErrorCode {

    /**
     * Returns the HTTP status.
     *
     * @return 400 to 599
     */
    int status();
}
