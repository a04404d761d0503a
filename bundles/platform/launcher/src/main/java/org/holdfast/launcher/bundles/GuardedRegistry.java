package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.registry.RefusedFile;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.registry.Sbom;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/** The registry over the framework's services: filters, orders and guards what bundles provide. */
final class GuardedRegistry implements CapabilityRegistry {
    private final BundleContext context;
    private final InstalledBundles bundles;
    private final BundleFolder watched;
    private final Path folder;
    private final ConcurrentMap<Offer, Object> guarded = new ConcurrentHashMap<>();

    GuardedRegistry(BundleContext context, InstalledBundles bundles, BundleFolder watched, Path folder) {
        this.context = context;
        this.bundles = bundles;
        this.watched = watched;
        this.folder = folder;
        context.addServiceListener(event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                guarded.keySet().removeIf(offer -> offer.reference().equals(event.getServiceReference()));
            }
            bundles.changed();
        });
    }

    @Override
    public <T> List<Provided<T>> all(Class<T> type) {
        return services(type, bundle -> true);
    }

    @Override
    public <T> List<Provided<T>> of(Class<T> type, String subsidiaryId) {
        return services(type, bundle -> bundle.enabledFor(subsidiaryId));
    }

    private <T> List<Provided<T>> services(Class<T> type, Predicate<InstalledBundle> filter) {
        ServiceReference<?>[] references;
        try {
            references = context.getAllServiceReferences(type.getName(), null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
        if (references == null) {
            return List.of();
        }
        return Arrays.stream(references)
                .sorted(Collections.reverseOrder())
                .flatMap(reference -> provided(type, reference, filter).stream())
                .toList();
    }

    private <T> Optional<Provided<T>> provided(
            Class<T> type, ServiceReference<?> reference, Predicate<InstalledBundle> filter) {
        return Optional.ofNullable(reference.getBundle())
                .flatMap(bundles::of)
                .filter(InstalledBundle::callable)
                .filter(filter)
                .flatMap(bundle -> guard(bundle, new Offer(reference, type))
                        .map(service -> new Provided<>(
                                bundle.name(),
                                bundle.bundle().getVersion().toString(),
                                Set.copyOf(BundleReports.reads(bundle.bundle())),
                                type.cast(service))));
    }

    /** Guards a service; one that cannot be activated is left out and counted, so that it hides no other. */
    private Optional<Object> guard(InstalledBundle bundle, Offer offer) {
        Object known = guarded.get(offer);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Object> service =
                bundles.calls().activate(bundle, offer.type(), () -> context.getService(offer.reference()));
        return service.map(found -> {
            Object fresh = CallGuard.guard(bundle, found, offer.type(), bundles.calls());
            Object before = guarded.putIfAbsent(offer, fresh);
            return before == null ? fresh : before;
        });
    }

    private record Offer(ServiceReference<?> reference, Class<?> type) {}

    @Override
    public List<BundleReport> bundles() {
        return bundles.all().stream()
                .map(BundleReports::of)
                .sorted(Comparator.comparing(BundleReport::symbolicName))
                .toList();
    }

    @Override
    public BundleReport install(String fileName, InputStream content, boolean downgradeAllowed) {
        if (!fileName.matches("[\\w.-]+\\.jar") || fileName.startsWith(".")) {
            throw new BundleFailure(RegistryError.BUNDLE_REFUSED, Message.of("bundleRefusal.fileName"));
        }
        try {
            Path fresh = Files.createTempFile(folder, ".upload", ".part");
            try {
                store(content, fresh);
                return BundleReports.of(install(fileName, fresh, downgradeAllowed));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (BundleFileRefused e) {
            Message sentence = Message.of("bundleRefusal.file", fileName, BundleFileRefused.reasonOf(e));
            throw new BundleFailure(RegistryError.BUNDLE_REFUSED, sentence, e);
        } catch (IOException e) {
            throw new BundleFailure(RegistryError.BUNDLE_REFUSED, Message.of("bundleRefusal.notStored"), e);
        }
    }

    private static void store(InputStream content, Path fresh) throws IOException {
        try (InputStream limited = new LimitedInput(content, SignedArchive.MAX_BYTES)) {
            Files.copy(limited, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What is refused never reaches its place, so that the bundle that was there is still there at the next start. */
    private InstalledBundle install(String fileName, Path fresh, boolean downgradeAllowed) throws IOException {
        try {
            if (downgradeAllowed) {
                bundles.allowDowngrade(fresh, fileName);
            }
            bundles.examine(fresh, fileName);
        } catch (BundleFailure e) {
            watched.rejected(fresh, e);
            throw e;
        }
        Path file = folder.resolve(fileName);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        watched.taken(file);
        return bundles.take(file);
    }

    @Override
    public List<RefusedFile> refused() {
        return watched.refused();
    }

    @Override
    public boolean remove(String symbolicName) {
        Optional<String> file = bundles.fileOf(symbolicName);
        if (file.isEmpty()) {
            return false;
        }
        bundles.drop(file.get());
        try {
            Files.deleteIfExists(folder.resolve(file.get()));
            return true;
        } catch (IOException e) {
            throw new BundleFailure(RegistryError.BUNDLE_REFUSED, Message.of("bundleRefusal.notDeleted"), e);
        }
    }

    @Override
    public boolean enable(String symbolicName, Optional<Set<String>> subsidiaryIds) {
        Optional<InstalledBundle> bundle = bundles.named(symbolicName);
        bundle.ifPresent(found -> {
            found.enable(subsidiaryIds);
            bundles.save(found);
        });
        return bundle.isPresent();
    }

    @Override
    public boolean release(String symbolicName) {
        Optional<InstalledBundle> bundle = bundles.named(symbolicName).filter(InstalledBundle::release);
        bundle.ifPresent(bundles::save);
        return bundle.isPresent();
    }

    @Override
    public Optional<InputStream> resource(String symbolicName, String path) {
        Optional<URL> entry = bundles.named(symbolicName)
                .filter(InstalledBundle::callable)
                .map(bundle -> bundle.bundle().getEntry(path));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry.get().openStream());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Sbom> sbom(String symbolicName) {
        return bundles.copyOf(symbolicName).flatMap(BundleSbom::of);
    }

    @Override
    public List<String> resources(String symbolicName, String resourceFolder) {
        return bundles.named(symbolicName)
                .filter(InstalledBundle::callable)
                .map(bundle -> bundle.bundle().findEntries(resourceFolder, "*", true))
                .map(entries -> Collections.list(entries).stream()
                        .map(url -> url.getPath().substring(1))
                        .filter(path -> !path.endsWith("/"))
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    @Override
    public long changes() {
        return bundles.changes();
    }
}
