package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.fixture.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @Test
    void anUploadThatCannotBeKeptIsRefusedAsOneForAnAdministrator(@TempDir Path folder) throws IOException {
        // A file in the place of the folder fails as a full disk does: with an I/O error at the first write.
        Spool spool = new Spool(Files.writeString(folder.resolve("spool"), ""), new TestVault());

        assertThatExceptionOfType(HoldfastException.class)
                .isThrownBy(() -> spool.write(UUID.randomUUID(), new ByteArrayInputStream(new byte[1])))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IntakeError.FILE_NOT_KEPT);
                    assertThat(IntakeError.FILE_NOT_KEPT.status()).isEqualTo(507);
                });
    }
}
