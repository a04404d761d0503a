package org.holdfast.launcher.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** The demo's logins, kept in a file only its owner reads, so that each further start prints the same. */
final class DemoLogins {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    DemoLogins(Path file) {
        this.file = file;
    }

    boolean exist() {
        return Files.exists(file);
    }

    List<DemoLogin> read() {
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<List<DemoLogin>>() {});
        } catch (IOException e) {
            throw new StartFailure(e, "failure.demoLogins", file);
        }
    }

    void write(List<DemoLogin> logins) {
        try {
            DataDirectory.writePrivate(file, JSON.writeValueAsString(logins));
        } catch (IOException e) {
            throw new StartFailure(e, "failure.demoLoginsWrite", file);
        }
    }
}
