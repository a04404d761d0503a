package org.holdfast.launcher.shred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was erased stays erased as long as this file says so. */
@Tag("O14")
class ShredLedgerTest {
    private static final Instant AT = Instant.parse("2026-11-26T08:00:00Z");

    @TempDir
    Path data;

    @Test
    void whoWasErasedIsKnownAfterARestart() throws IOException {
        Shredded first = somebody();
        Shredded second = somebody();
        write(first, second, first);

        try (ShredLedger ledger = ShredLedger.open(data)) {
            assertThat(ledger.all()).containsExactly(first, second);
            assertThat(ledger.find(second.personId())).contains(second);
            assertThat(ledger.find(UUID.randomUUID())).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("shred"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aLineCutOffByAPowerCutIsDroppedAndTheNextOneIsWhole() throws IOException {
        Shredded first = somebody();
        Shredded second = somebody();
        write(first, somebody());
        byte[] bytes = Files.readAllBytes(file());
        for (int cut = 1; cut < 100; cut++) {
            Files.write(file(), Arrays.copyOf(bytes, bytes.length - cut));

            write(second);

            assertThat(ShredLedger.read(file())).containsExactly(first, second);
        }
    }

    @Test
    void aLineThatWasAlteredTakenOutOrPutElsewhereIsNamed() throws IOException {
        write(somebody(), somebody(), somebody(), somebody());
        List<String> lines = Files.readAllLines(file());

        List<String> without = new ArrayList<>(lines);
        without.remove(1);
        assertThatThrownBy(() -> readBack(without)).hasMessageContaining("line 2");
        List<String> turned = new ArrayList<>(lines);
        turned.add(turned.remove(2));
        assertThatThrownBy(() -> readBack(turned)).hasMessageContaining("line 3");
        List<String> altered = new ArrayList<>(lines);
        altered.set(0, lines.get(0).replace("2026", "2025"));
        assertThatThrownBy(() -> readBack(altered)).hasMessageContaining("line 2");
        List<String> other = new ArrayList<>(lines);
        other.set(3, "no JSON");
        assertThatThrownBy(() -> readBack(other)).hasMessageContaining("line 4");
        assertThat(ShredLedger.read(data.resolve("absent"))).isEmpty();
    }

    @Test
    void aLedgerThatCannotBeWrittenSaysSoAndKnowsNobodyNew() throws IOException {
        ShredLedger ledger = ShredLedger.open(data);
        ledger.close();
        Shredded somebody = somebody();

        assertThatThrownBy(() -> ledger.add(somebody)).isInstanceOf(ShredFailure.class);
        assertThat(ledger.find(somebody.personId())).isEmpty();
    }

    private void readBack(List<String> lines) throws IOException {
        Path copy = data.resolve("copy");
        Files.write(copy, lines, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        ShredLedger.read(copy);
    }

    private void write(Shredded... all) {
        try (ShredLedger ledger = ShredLedger.open(data)) {
            List.of(all).forEach(ledger::add);
        }
    }

    private Path file() {
        return ShredLedger.file(data);
    }

    private static Shredded somebody() {
        return new Shredded(UUID.randomUUID(), UUID.randomUUID(), AT);
    }
}
