package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Version;

/** What an administrator decided about bundles, and which are in quarantine: kept over a restart in one file. */
final class BundleSettings {
    private static final String ENABLED = ".enabledFor";
    private static final String QUARANTINE = ".quarantine";
    private static final String NEWEST = ".newest";

    private final Path file;
    private final Properties values = new Properties();

    BundleSettings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartFailure(e, "failure.bundleSettings", file);
            }
        }
    }

    synchronized void restore(InstalledBundle bundle) {
        String subsidiaries = values.getProperty(bundle.name() + ENABLED);
        if (subsidiaries != null) {
            bundle.enable(Optional.of(Stream.of(subsidiaries.split(","))
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toSet())));
        }
        String quarantine = values.getProperty(bundle.name() + QUARANTINE);
        if (quarantine != null) {
            bundle.quarantine(message(quarantine));
        }
    }

    synchronized void save(InstalledBundle bundle) {
        Optional<Set<String>> enabledFor = bundle.enabledFor();
        if (enabledFor.isPresent()) {
            values.setProperty(bundle.name() + ENABLED, String.join(",", enabledFor.get()));
        } else {
            values.remove(bundle.name() + ENABLED);
        }
        bundle.quarantine()
                .ifPresentOrElse(
                        reason -> values.setProperty(bundle.name() + QUARANTINE, StoredMessage.write(reason)),
                        () -> values.remove(bundle.name() + QUARANTINE));
        write();
    }

    /** The newest version of a bundle that was active, or the older one an administrator has let in since. */
    synchronized Optional<Version> newest(String symbolicName) {
        try {
            return Optional.ofNullable(values.getProperty(symbolicName + NEWEST))
                    .map(Version::parseVersion);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e, "failure.bundleSettings", file);
        }
    }

    synchronized void newest(String symbolicName, Version version) {
        if (!version.toString().equals(values.setProperty(symbolicName + NEWEST, version.toString()))) {
            write();
        }
    }

    private Message message(String stored) {
        try {
            return StoredMessage.read(stored);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e, "failure.bundleSettings", file);
        }
    }

    private void write() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.bundleSettingsWrite", file);
        }
    }
}
