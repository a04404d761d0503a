package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.text.Message;

/** A bundle host on the real framework, in a folder of its own. */
final class TestHost implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final Path home;
    private final BundleHost host;
    private final List<AuditEvent> audited = new CopyOnWriteArrayList<>();

    private TestHost(Path home, boolean unsignedAccepted) {
        this.home = home;
        this.host = BundleHost.start(places(home), unsignedAccepted, Clock.fixed(NOW, ZoneOffset.UTC), audited::add);
        host.take(name -> true);
        host.watch();
    }

    static TestHost inDemo(Path home) {
        return new TestHost(home, true);
    }

    static TestHost inProduction(Path home) {
        return new TestHost(home, false);
    }

    static BundleHost.Places places(Path home) {
        return new BundleHost.Places(
                folder(home),
                Path.of("target", "framework"),
                home.resolve("cache"),
                home.resolve("bundles.properties"),
                trust(home));
    }

    static TrustFiles trust(Path home) {
        return new TrustFiles(
                home.resolve("bundles.sha256"),
                home.resolve("trust.p12"),
                home.resolve("group-trust.p12"),
                home.resolve("revoked.txt"),
                home.resolve("crl"));
    }

    static Path folder(Path home) {
        return home.resolve("bundles");
    }

    CapabilityRegistry registry() {
        return host.registry();
    }

    /** Writes a bundle elsewhere and moves it in, so that the folder never shows half of it. */
    void drop(TestBundle bundle, String fileName) {
        drop(bundle.writeTo(home.resolve(fileName + ".part")), fileName);
    }

    void drop(Path file, String fileName) {
        try {
            Files.createDirectories(folder(home));
            Files.move(file, folder(home).resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String fileName) throws IOException {
        Files.delete(folder(home).resolve(fileName));
    }

    List<Provided<IndustryModel>> models() {
        return registry().all(IndustryModel.class);
    }

    IndustryModel model(String bundle) {
        return models().stream()
                .filter(model -> model.bundle().equals(bundle))
                .findFirst()
                .orElseThrow()
                .service();
    }

    boolean offers(String bundle) {
        return models().stream().anyMatch(model -> model.bundle().equals(bundle));
    }

    boolean has(String bundle) {
        return registry().bundles().stream()
                .anyMatch(report -> report.symbolicName().equals(bundle));
    }

    BundleReport report(String bundle) {
        return registry().bundles().stream()
                .filter(report -> report.symbolicName().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    /** What a reader of English is told about a bundle that is not active. */
    String reason(String bundle) {
        return report(bundle).reason().map(Message::toString).orElse("");
    }

    BundleReport.State state(String bundle) {
        return report(bundle).state();
    }

    /** What was audited about bundles, such as {@code bundle.started done}. */
    List<String> audited() {
        return audited.stream()
                .map(event -> event.action() + ' ' + event.outcome())
                .toList();
    }

    /** What was audited about bundles. */
    List<AuditEvent> allAudited() {
        return List.copyOf(audited);
    }

    /** The details of what was audited last. */
    Map<String, String> lastAudited() {
        return audited.get(audited.size() - 1).details();
    }

    static void awaits(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("did not come true within " + most).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
