package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.holdfast.core.protection.Subject;

/**
 * What a room holds about a person. Every room that has rows or memory about people provides one as a CDI bean; those of a
 * room are its own business. Safe for use from many threads.
 */
public interface PersonTraces {

    /**
     * Says why a person cannot be erased now.
     *
     * @param connection the transaction's connection
     * @param person the person
     * @return what stands against it, or empty
     * @throws SQLException where the database refuses
     */
    default Optional<ErasureError> obstacle(Connection connection, Subject person) throws SQLException {
        return Optional.empty();
    }

    /**
     * Counts what is held.
     *
     * @param connection the transaction's connection
     * @param person the person
     * @return number of rows by code, each with a text under {@code privacy.held.}; nothing for what there is none of
     * @throws SQLException where the database refuses
     */
    Map<String, Long> count(Connection connection, Subject person) throws SQLException;

    /**
     * Notes what stays without the person, such as a figure of the group. Every room is asked before any of them erases,
     * within the same transaction; where the person's key is gone already, there is nothing to note.
     *
     * @param connection the transaction's connection
     * @param person the person
     * @throws SQLException where the database refuses
     */
    default void note(Connection connection, Subject person) throws SQLException {
        // Most rooms have no such figures.
    }

    /**
     * Deletes the room's rows about a person. May come again for the same person and must not need the person's key.
     *
     * @param connection the transaction's connection
     * @param person the person
     * @throws SQLException where the database refuses
     */
    void erase(Connection connection, Subject person) throws SQLException;

    /**
     * Drops what the room holds in memory about a person. Called once the rows are gone.
     *
     * @param person the person
     */
    default void forget(Subject person) {
        // Most rooms hold nothing in memory.
    }
}
