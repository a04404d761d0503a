package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.core.protection.Vault.Cell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever byte of a sealed record is altered, and wherever it is moved: it does not open, and that is heard of. */
@Tag("O25")
class TamperedRecordTest {
    private static final UUID PERSON = new UUID(2, 2);
    private static final UUID COLLEAGUE = new UUID(2, 3);
    private static final Cell CELL = new Cell("employee", "payload", "1", 1);

    @TempDir
    Path home;

    @Test
    void whoAltersOrMovesARecordIsHeardOf() {
        try (KeySite site = new KeySite(home, KeySite.migrated(KeySite.inMemory()))) {
            site.start();
            Subject person = Subject.person(KeySite.FIRST, PERSON);
            Subject colleague = Subject.person(KeySite.FIRST, COLLEAGUE);
            site.vault.prepare(KeySite.FIRST, List.of(PERSON, COLLEAGUE));
            byte[] sealed = site.vault.seal(person, CELL, new byte[] {1, 2, 3});
            site.vault.open(person, CELL, sealed);
            assertThat(site.alarms).isEmpty();

            byte[] altered = sealed.clone();
            altered[altered.length - 1] ^= 1;
            assertThatThrownBy(() -> site.vault.open(person, CELL, altered))
                    .isInstanceOf(TamperedRecordException.class);
            assertThatThrownBy(() -> site.vault.open(colleague, CELL, sealed))
                    .isInstanceOf(TamperedRecordException.class);

            assertThat(site.alarms)
                    .containsExactly(
                            new RecordTampered(person, "employee.payload"),
                            new RecordTampered(colleague, "employee.payload"));
        }
    }
}
