package org.holdfast.core.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the first administrator's one-time password: readable by its owner only, gone after the first change. */
final class FirstPassword {
    /** The first administrator's user name. */
    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);
    private static final String FILE = "first-password.txt";

    private final Path file;

    FirstPassword(Path dataDirectory) {
        file = dataDirectory.resolve(FILE);
    }

    void write(String password) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly);
            Files.writeString(file, password + System.lineSeparator(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The first password cannot be written to " + file, e);
        }
        LOG.info("Created the first administrator '{}'; the one-time password is in {}", USERNAME, file);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} holds a password that is no longer valid: delete it", file, e);
        }
    }
}
