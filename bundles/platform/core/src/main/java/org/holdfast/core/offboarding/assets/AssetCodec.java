package org.holdfast.core.offboarding.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Seals descriptions of assets under the subsidiary's key, and entries about people under theirs. Safe for use from many threads. */
final class AssetCodec {
    private static final int FORM = 1;

    private final Vault vault;

    AssetCodec(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Asset asset) {
        return seal(Subject.subsidiary(asset.subsidiaryId()), cell("asset", asset.id()), asset.content());
    }

    Asset.Content content(UUID subsidiaryId, UUID id, byte[] sealed) {
        return open(Subject.subsidiary(subsidiaryId), cell("asset", id), sealed, Asset.Content.class);
    }

    byte[] seal(AssetEntry.About about, UUID row, AssetEntry.Words words) {
        return seal(subject(about), cell("asset_entry", row), words);
    }

    /**
     * Opens an entry.
     *
     * @throws org.holdfast.core.protection.PersonErasedException where the person is being erased at this moment
     */
    AssetEntry.Words words(AssetEntry.About about, UUID row, byte[] sealed) {
        return open(subject(about), cell("asset_entry", row), sealed, AssetEntry.Words.class);
    }

    private static Subject subject(AssetEntry.About about) {
        UUID person = about.personId();
        return person == null ? Subject.subsidiary(about.subsidiaryId()) : Subject.person(about.subsidiaryId(), person);
    }

    private byte[] seal(Subject subject, Cell cell, Object part) {
        try {
            return vault.seal(subject, cell, Json.mapper().writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T open(Subject subject, Cell cell, byte[] sealed, Class<T> type) {
        try {
            return Json.mapper().readValue(vault.open(subject, cell, sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell cell(String table, UUID row) {
        return new Cell(table, "content", row.toString(), FORM);
    }
}
