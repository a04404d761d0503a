package org.holdfast.core.protection;

import java.util.Collection;
import java.util.UUID;

/**
 * Seals and opens what is personal: the only way personal data gets into or out of the database.
 *
 * <p>Every method throws {@link org.holdfast.api.protection.KeyRingSealedException} while the key ring is not open.
 * Safe for use from many threads.
 */
public interface Vault {

    /**
     * Makes keys for people who have none yet, and for their subsidiary. The keys are committed when this returns, before
     * and apart from the transaction in which the people's first rows are written.
     *
     * @param subsidiaryId the subsidiary
     * @param personIds the people; those who have a key keep it
     */
    void prepare(UUID subsidiaryId, Collection<UUID> personIds);

    /**
     * Destroys a person's key, for ever: what is sealed under it can be opened by nobody any more, in no backup either.
     * The person has to stand in the shred ledger before; nothing happens where the key is gone already.
     *
     * @param person the person
     */
    void destroy(Subject person);

    /**
     * Returns whether somebody was erased. From the moment the shred ledger says so, {@link #seal}, {@link #open} and
     * {@link #prepare} throw {@link PersonErasedException} for that person, so that nobody comes back unnoticed.
     *
     * @param personId the person
     * @return whether the person's key is destroyed
     */
    boolean erased(UUID personId);

    /**
     * Seals a record.
     *
     * @param subject whom it is about
     * @param cell which cell of which row it is
     * @param plaintext the plain record
     * @return the sealed record
     */
    byte[] seal(Subject subject, Cell cell, byte[] plaintext);

    /**
     * Opens a sealed record.
     *
     * @param subject whom it is about
     * @param cell which cell of which row it is
     * @param sealed the sealed record
     * @return the plain record
     * @throws org.holdfast.api.protection.TamperedRecordException where it was altered or moved
     */
    byte[] open(Subject subject, Cell cell, byte[] sealed);

    /**
     * Returns a keyed fingerprint for equality look-up within a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param column name of the column
     * @param value the value; compared after NFKC normalisation, trimmed
     * @return 24 hexadecimal digits
     */
    String blindIndex(UUID subsidiaryId, String column, String value);

    /**
     * A cell of the database.
     *
     * @param table the table
     * @param column the column
     * @param rowId the row
     * @param schemaVersion version of the plain record's form
     */
    record Cell(String table, String column, String rowId, int schemaVersion) {}
}
