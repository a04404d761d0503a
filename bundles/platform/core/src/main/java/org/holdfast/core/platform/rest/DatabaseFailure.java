package org.holdfast.core.platform.rest;

import java.sql.SQLException;
import org.holdfast.api.HoldfastException;

/** The database did not do what it was asked. Its own words stay in the cause, because they may hold values of a row. */
public final class DatabaseFailure extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param cause what the database said
     */
    public DatabaseFailure(SQLException cause) {
        super(RestError.INTERNAL_ERROR, "The database refused a statement, state " + cause.getSQLState(), cause);
    }
}
