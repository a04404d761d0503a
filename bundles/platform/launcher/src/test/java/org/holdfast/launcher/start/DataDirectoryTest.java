package org.holdfast.launcher.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path home;

    @Test
    void aSecondServerOnTheSameDirectoryIsRefusedUntilTheFirstStops() {
        Path data = home.resolve("data");
        DataDirectory first = new DataDirectory(data);
        DataDirectory second = new DataDirectory(data);
        first.lock();

        assertThatThrownBy(second::lock)
                .isInstanceOf(StartFailure.class)
                .hasMessage("The data directory " + data + " is used by another running server. Stop that one with"
                        + " \"holdfast stop\", or give this one its own with HOLDFAST_DATA_DIR.");

        second.close();
        first.close();
        DataDirectory third = new DataDirectory(data);
        third.lock();
        third.close();
    }

    @Test
    void serversWithDirectoriesOfTheirOwnRunSideBySide() {
        try (DataDirectory first = new DataDirectory(home.resolve("first"));
                DataDirectory second = new DataDirectory(home.resolve("second"))) {
            first.lock();
            second.lock();

            assertThat(home.resolve("first").resolve("keys")).isDirectory();
            assertThat(home.resolve("second").resolve("keys")).isDirectory();
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAClearSentence() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");

        try (DataDirectory data = new DataDirectory(file.resolve("data"))) {
            assertThatThrownBy(data::lock)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("holdfast.data.dir");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the rights of POSIX file systems")
    void onlyTheOwnerMayLookInside() throws IOException {
        Path data = home.resolve("data");
        try (DataDirectory directory = new DataDirectory(data)) {
            directory.lock();
            Path secret = data.resolve("secret");
            DataDirectory.writePrivate(secret, "first");
            DataDirectory.writePrivate(secret, "second");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(secret).hasContent("second");
        }
    }
}
