package org.holdfast.core.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/** Seals words of rows, each for its place. Safe for use from many threads. */
final class SealedWords {
    private static final int FORM = 1;

    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    /** Returns a place. */
    static Cell cell(String table, String column, Object row) {
        return new Cell(table, column, row.toString(), FORM);
    }

    byte @Nullable [] seal(Subject owner, Cell cell, @Nullable Object words) {
        if (words == null) {
            return null;
        }
        try {
            return vault.seal(owner, cell, Json.mapper().writeValueAsBytes(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens words.
     *
     * @throws org.holdfast.core.protection.PersonErasedException where the person is being erased at this moment
     */
    <T> T open(Subject owner, Cell cell, byte[] sealed, Class<T> type) {
        try {
            return Json.mapper().readValue(vault.open(owner, cell, sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
