package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own copies of the bundles' files. The bundles folder may be written to by others at any moment: what was looked
 * at has to be what is installed, and what is looked at again what is running.
 */
final class BundleCopies {
    private static final Logger LOG = LoggerFactory.getLogger(BundleCopies.class);

    private final Path folder;

    BundleCopies(Path folder) {
        this.folder = folder;
        try {
            if (Files.exists(folder)) {
                DataDirectory.deleteTree(folder);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.bundleCopies", folder);
        }
    }

    /** Copies a file, beside the copy of the one that is installed under its name. */
    Path fresh(Path file) throws IOException {
        if (Files.size(file) > SignedArchive.MAX_BYTES) {
            throw new BundleFileRefused("bundleRefusal.tooLarge");
        }
        Path copy = folder.resolve(file.getFileName() + ".part");
        return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a fresh copy the one that is installed. */
    void keep(Path fresh, String fileName) throws IOException {
        Files.move(fresh, installed(fileName), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The copy of what is installed from a file of that name. */
    Path installed(String fileName) {
        return folder.resolve(fileName);
    }

    /** Deletes what is no longer needed, where it is still there; what cannot be deleted goes at the next start. */
    void drop(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("The copy of a bundle cannot be deleted", e);
        }
    }
}
