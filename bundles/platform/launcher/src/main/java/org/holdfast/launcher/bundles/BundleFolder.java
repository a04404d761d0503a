package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.RefusedFile;
import org.holdfast.launcher.start.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the bundles folder: a jar that appears is installed, one that changes is updated, one that goes is removed. */
final class BundleFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BundleFolder.class);

    private final Path folder;
    private final InstalledBundles bundles;
    private final BundleAudit audit;
    private final Map<String, Stamp> seen = new HashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>();
    private final TrustWatch trust;
    private Map<String, Stamp> pending = new HashMap<>();

    BundleFolder(Path folder, InstalledBundles bundles, BundleAudit audit, TrustWatch trust) {
        this.folder = folder;
        this.audit = audit;
        this.bundles = bundles;
        this.trust = trust;
    }

    /** Size and time by which a change of a file is seen. */
    private record Stamp(long size, long modified) {}

    /** A file that is not taken until it changes, or what is trusted does. */
    private record Refusal(Stamp stamp, RefusedFile why) {
        boolean isOf(Stamp other) {
            return stamp.equals(other);
        }
    }

    /** The files that are not taken, by name. */
    List<RefusedFile> refused() {
        return refused.values().stream()
                .map(Refusal::why)
                .sorted(Comparator.comparing(RefusedFile::file))
                .toList();
    }

    /** Notes that a file somebody sent is not taken; it never comes into the folder. */
    void rejected(Path file, BundleFailure why) {
        audit.refused(file, why);
    }

    /** Takes every jar with a fitting name at once, without waiting for a second look. */
    synchronized void takeNow(Predicate<String> names) throws IOException {
        for (Map.Entry<String, Stamp> file : list().entrySet()) {
            if (names.test(file.getKey()) && !seen.containsKey(file.getKey())) {
                take(file.getKey(), file.getValue());
            }
        }
    }

    /** Looks once. A new or changed file is taken when it looked the same at the look before: it is complete then. */
    synchronized void look() throws IOException {
        Map<String, Stamp> now = list();
        if (trust.changed()) {
            lookAgain();
        }
        refused.keySet().retainAll(now.keySet());
        Set<String> gone = new HashSet<>(seen.keySet());
        gone.removeAll(now.keySet());
        for (String name : gone) {
            seen.remove(name);
            bundles.drop(name);
        }
        Map<String, Stamp> changing = new HashMap<>();
        for (Map.Entry<String, Stamp> file : now.entrySet()) {
            Stamp stamp = file.getValue();
            Refusal refusal = refused.get(file.getKey());
            if (stamp.equals(seen.get(file.getKey())) || (refusal != null && refusal.isOf(stamp))) {
                continue;
            }
            if (stamp.equals(pending.get(file.getKey()))) {
                take(file.getKey(), stamp);
            } else {
                changing.put(file.getKey(), stamp);
            }
        }
        pending = changing;
    }

    /** Stops what is no longer trusted, and gives what was refused another chance. */
    private void lookAgain() {
        refused.clear();
        for (Map.Entry<String, Stamp> file : Map.copyOf(seen).entrySet()) {
            try {
                bundles.recheck(file.getKey());
            } catch (BundleFailure e) {
                seen.remove(file.getKey());
                bundles.drop(file.getKey());
                refuse(file.getKey(), file.getValue(), e);
            } catch (StartFailure e) {
                LOG.error("What is revoked is not known: bundles go on, and no other is taken. {}", e.getMessage());
                return;
            }
        }
    }

    /** Marks a file as taken, where somebody else has installed it. */
    synchronized void taken(Path file) throws IOException {
        seen.put(file.getFileName().toString(), stamp(file));
    }

    private void take(String name, Stamp stamp) {
        try {
            bundles.take(folder.resolve(name));
            seen.put(name, stamp);
            refused.remove(name);
        } catch (BundleFailure e) {
            refuse(name, stamp, e);
        }
    }

    private void refuse(String name, Stamp stamp, BundleFailure why) {
        refused.put(name, new Refusal(stamp, new RefusedFile(name, why.sentence(), BundleAudit.reason(why))));
        audit.refused(folder.resolve(name), why);
        LOG.warn("{}", why.getMessage());
    }

    private Map<String, Stamp> list() throws IOException {
        Map<String, Stamp> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .toList();
            for (Path jar : jars) {
                found.put(jar.getFileName().toString(), stamp(jar));
            }
        }
        return found;
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
