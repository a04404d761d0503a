package org.holdfast.core.offboarding.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Seals and opens the parts of the room's rows that are not plain. */
record SealedParts(Vault vault) {
    private static final int VERSION = 1;

    /**
     * A sealed part.
     *
     * @param bytes as it is kept
     * @param type what it is
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed<T>(byte[] bytes, Class<T> type) {}

    byte[] seal(Subject subject, String table, UUID row, Object part) {
        try {
            return vault.seal(subject, cell(table, row), Json.mapper().writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T open(Subject subject, String table, UUID row, Sealed<T> part) {
        try {
            return Json.mapper().readValue(vault.open(subject, cell(table, row), part.bytes()), part.type());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what an account of a system is known again by. */
    String fingerprint(RegisteredSystem of, String reference) {
        return vault.blindIndex(of.subsidiaryId(), "offboarding_account", of.id() + " " + reference);
    }

    private static Cell cell(String table, UUID row) {
        return new Cell(table, "content", row.toString(), VERSION);
    }
}
