package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.launcher.start.StartFailure;

/**
 * Notices that stores or lists of what is revoked have changed, so that what was trusted is looked at again. A change counts
 * when two looks saw the same: what is being written is not read half. For one thread.
 */
final class TrustWatch {
    private final TrustFiles files;
    private Map<Path, Stamp> known;
    private Map<Path, Stamp> before;

    TrustWatch(TrustFiles files) {
        this.files = files;
        try {
            this.known = stamps();
        } catch (IOException e) {
            throw new StartFailure(e, "failure.revokedUnreadable", files.revoked(), files.authorities());
        }
        this.before = known;
    }

    /** Size and time by which a change of a file is seen. */
    private record Stamp(long size, long modified) {}

    /** Looks once, and tells whether something has changed for good. */
    boolean changed() throws IOException {
        Map<Path, Stamp> now = stamps();
        boolean changed = now.equals(before) && !now.equals(known);
        before = now;
        known = changed ? now : known;
        return changed;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path file : List.of(files.vendors(), files.group(), files.revoked())) {
            note(file, stamps);
        }
        if (Files.isDirectory(files.authorities())) {
            try (Stream<Path> lists = Files.list(files.authorities())) {
                for (Path list : lists.toList()) {
                    note(list, stamps);
                }
            }
        }
        return stamps;
    }

    private static void note(Path file, Map<Path, Stamp> stamps) throws IOException {
        if (Files.exists(file)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            stamps.put(
                    file,
                    new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis()));
        }
    }
}
