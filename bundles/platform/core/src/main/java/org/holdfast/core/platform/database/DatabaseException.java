package org.holdfast.core.platform.database;

import java.sql.SQLException;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;

/** The database refused a statement or a transaction. */
public final class DatabaseException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure. Only the state is told: the driver's words may hold values.
     *
     * @param cause what the driver said
     */
    public DatabaseException(SQLException cause) {
        super(
                Refusal.DATABASE_REFUSED,
                "The database refused a statement (SQL state " + cause.getSQLState()
                        + "): see the server's log, check its disk and connection",
                cause);
    }

    /**
     * Creates the failure of a transaction.
     *
     * @param cause what the transaction service said
     */
    public DatabaseException(Exception cause) {
        super(Refusal.TRANSACTION_FAILED, "A transaction did not complete: nothing of it was kept, try again", cause);
    }

    /**
     * Tells whether the rows written would have broken a constraint, such as that of a unique name.
     *
     * @return true for the SQL states of class 23
     */
    public boolean isConstraintViolation() {
        return getCause() instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith("23");
    }

    private enum Refusal implements ErrorCode {
        DATABASE_REFUSED,
        TRANSACTION_FAILED;

        @Override
        public Category category() {
            return Category.EXTERNAL;
        }
    }
}
