package org.holdfast.core.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;

/** Seals what belongs to the whole group rather than to a subsidiary, under the key of the subsidiary zero. */
final class GroupSeal implements BodySeal {
    private static final UUID GROUP = new UUID(0, 0);
    private static final int FORM = 1;

    private final Vault vault;
    private final String table;
    private final String column;

    GroupSeal(Vault vault, String table, String column) {
        this.vault = vault;
        this.table = table;
        this.column = column;
    }

    @Override
    public Optional<byte[]> seal(String row, byte[] plain) {
        try {
            vault.prepare(GROUP, List.of());
            return Optional.of(vault.seal(Subject.subsidiary(GROUP), cell(row), plain));
        } catch (KeyRingSealedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> open(String row, byte[] sealed) {
        try {
            return Optional.of(vault.open(Subject.subsidiary(GROUP), cell(row), sealed));
        } catch (KeyRingSealedException e) {
            return Optional.empty();
        }
    }

    private Vault.Cell cell(String row) {
        return new Vault.Cell(table, column, row, FORM);
    }
}
