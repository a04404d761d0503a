package org.holdfast.launcher.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX) // /dev/full is a disk that is always full
    void whatTheSystemSaysOfAFullDiskIsRecognisedHoweverDeep() {
        Throwable said = catchThrowable(() -> Files.writeString(Path.of("/dev/full"), "x"));

        StartFailure failure = new StartFailure(
                new IllegalStateException(new UncheckedIOException((IOException) said)), "failure.log");

        assertThat(FullDisk.isBehind(failure, folder)).isTrue();
    }

    @Test
    void anotherFailureOnADiskWithSpaceIsNotPutDownToIt() {
        assertThat(FullDisk.isBehind(new StartFailure(new IOException("denied"), "failure.log"), folder))
                .isFalse();
        assertThat(FullDisk.isBehind(new StartFailure("failure.log"), folder.resolve("nowhere")))
                .isFalse();
    }
}
