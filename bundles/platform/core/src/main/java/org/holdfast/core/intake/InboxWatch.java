package org.holdfast.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdfast.core.intake.Imports.Kept;
import org.holdfast.core.intake.Imports.Upload;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files that are dropped into a folder of {@code inbox/} named by the code of a subsidiary. A file is complete when neither its size nor
 * its time has changed for two seconds; hidden files and {@code .tmp} and {@code .part} are left alone, so a sender
 * may write under such a name and rename. A file that was taken is removed: its sealed copy lives until its import has
 * ended. For one thread; somebody calls {@link #look} every second.
 */
public final class InboxWatch {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
    private static final Duration STILL = Duration.ofSeconds(2);

    private final Path inbox;
    private final People people;
    private final Imports imports;
    private final Clock clock;
    private final Consumer<AuditEvent> audit;
    private final Map<Path, Seen> seen = new HashMap<>();

    /**
     * Creates the watch.
     *
     * @param inbox the folder; its folders are named after subsidiaries
     * @param people knows subsidiaries
     * @param imports takes the files
     * @param clock tells how long a file has not changed
     * @param audit takes that a file was taken; where it throws the file stays where it is
     */
    public InboxWatch(Path inbox, People people, Imports imports, Clock clock, Consumer<AuditEvent> audit) {
        this.audit = audit;
        this.inbox = inbox.normalize();
        this.people = people;
        this.imports = imports;
        this.clock = clock;
    }

    private record Seen(long size, Instant changed, Instant since) {}

    /**
     * Takes what is complete.
     *
     * @return how many files were taken
     */
    public int look() {
        int taken = 0;
        Set<Path> present = new HashSet<>();
        for (Subsidiary subsidiary : people.subsidiaries()) {
            for (Path file : files(inbox.resolve(subsidiary.code()))) {
                present.add(file);
                if (complete(file)) {
                    take(file, subsidiary);
                    seen.remove(file);
                    taken++;
                }
            }
        }
        seen.keySet().retainAll(present);
        return taken;
    }

    private List<Path> files(Path folder) {
        // A code such as ".." would name a folder that is no inbox, and what lies there would be taken and removed.
        boolean inside = inbox.equals(folder.normalize().getParent());
        if (!inside || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(InboxWatch::meant)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot be read: check its rights", e);
        }
    }

    private static boolean meant(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    private boolean complete(Path file) {
        try {
            long size = Files.size(file);
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            Seen before = seen.get(file);
            Instant now = clock.instant();
            if (before == null || before.size() != size || !before.changed().equals(changed)) {
                seen.put(file, new Seen(size, changed, now));
                return false;
            }
            return !now.isBefore(before.since().plus(STILL));
        } catch (IOException e) {
            // It was taken away between two looks.
            return false;
        }
    }

    private void audited(Kept kept, Subsidiary subsidiary) {
        Map<String, String> details = Map.of(
                "import", kept.id().toString(),
                "subsidiary", subsidiary.id().toString(),
                "bytes", String.valueOf(kept.length()));
        try {
            audit.accept(AuditEvent.byServer("import.inbox", AuditEvent.DONE, details));
        } catch (AuditFailure e) {
            imports.forget(kept);
            throw e;
        }
    }

    private void take(Path file, Subsidiary subsidiary) {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Upload upload = new Upload(String.valueOf(file.getFileName()), subsidiary.id(), false, null);
            Kept kept = imports.keep(content);
            audited(kept, subsidiary);
            LOG.info("Import {} takes a file from the inbox", imports.submit(upload, kept));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the inbox cannot be read: check its rights", e);
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the inbox cannot be removed: check its rights", e);
        }
    }
}
