package org.holdfast.core.offboarding.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Seals and opens the cells of this package that are not plain. Safe for use from many threads. */
record SealedCells(Vault vault) {
    private static final int VERSION = 1;

    /**
     * A cell.
     *
     * @param subject whom it is about
     * @param table its table
     * @param column its column
     * @param row its row
     */
    record Place(Subject subject, String table, String column, UUID row) {
        private Cell cell() {
            return new Cell(table, column, row.toString(), VERSION);
        }
    }

    byte[] seal(Place place, byte[] plain) {
        return vault.seal(place.subject(), place.cell(), plain);
    }

    byte[] open(Place place, byte[] sealed) {
        return vault.open(place.subject(), place.cell(), sealed);
    }

    byte[] sealPart(Place place, Object part) {
        try {
            return seal(place, Json.mapper().writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a part.
     *
     * @throws org.holdfast.core.protection.PersonErasedException where the person is being erased at this moment
     */
    <T> T openPart(Place place, byte[] sealed, Class<T> type) {
        try {
            return Json.mapper().readValue(open(place, sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
