package org.holdfast.core.offboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/** Seals what tells something of who leaves, under their own key: with the key it is gone. Safe for use from many threads. */
public final class SealedJson {
    private static final int VERSION = 1;

    private final Vault vault;

    /**
     * Creates it.
     *
     * @param vault seals
     */
    public SealedJson(Vault vault) {
        this.vault = vault;
    }

    /**
     * A row with a sealed part.
     *
     * @param subsidiaryId the subsidiary of the person
     * @param personId the person; null for what is the subsidiary's own
     * @param table the table
     * @param row the row
     */
    public record Row(UUID subsidiaryId, @Nullable UUID personId, String table, UUID row) {
        private Subject subject() {
            return personId == null ? Subject.subsidiary(subsidiaryId) : Subject.person(subsidiaryId, personId);
        }

        private Cell cell() {
            return new Cell(table, "content", row.toString(), VERSION);
        }
    }

    /**
     * Seals a part.
     *
     * @param row where it is kept
     * @param part anything that is written as JSON
     * @return the bytes to keep
     */
    public byte[] seal(Row row, Object part) {
        try {
            return vault.seal(row.subject(), row.cell(), Json.mapper().writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a part.
     *
     * @param row where it is kept
     * @param sealed the bytes that were kept
     * @param type what it is
     * @param <T> what it is
     * @return the part
     * @throws org.holdfast.core.protection.PersonErasedException where the person is being erased at this moment
     */
    public <T> T open(Row row, byte[] sealed, Class<T> type) {
        try {
            return Json.mapper().readValue(vault.open(row.subject(), row.cell(), sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
