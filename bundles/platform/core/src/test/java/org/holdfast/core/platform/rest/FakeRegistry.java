package org.holdfast.core.platform.rest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.registry.RefusedFile;
import org.holdfast.launcher.registry.Sbom;

/** A registry whose bundles are only texts and capabilities. */
public final class FakeRegistry implements CapabilityRegistry {
    private final Map<String, Map<String, String>> files = new TreeMap<>();
    private final List<BundleReport> reports = new ArrayList<>();
    private long changes;

    /** Adds an active bundle with files. */
    public FakeRegistry install(String name, String capability, String code, Map<String, String> content) {
        files.put(name, content);
        reports.add(new BundleReport(
                name,
                name,
                "1.0.0",
                BundleReport.State.ACTIVE,
                Optional.empty(),
                true,
                List.of(new BundleReport.ProvidedCapability(capability, code)),
                List.of(),
                Optional.empty(),
                0,
                List.of()));
        changes++;
        return this;
    }

    @Override
    public <T> List<Provided<T>> all(Class<T> type) {
        return List.of();
    }

    @Override
    public <T> List<Provided<T>> of(Class<T> type, String subsidiaryId) {
        return List.of();
    }

    @Override
    public List<BundleReport> bundles() {
        return List.copyOf(reports);
    }

    @Override
    public BundleReport install(String fileName, InputStream content, boolean downgradeAllowed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RefusedFile> refused() {
        return List.of();
    }

    @Override
    public Optional<Sbom> sbom(String symbolicName) {
        return Optional.empty();
    }

    @Override
    public boolean remove(String symbolicName) {
        changes++;
        return reports.removeIf(report -> report.symbolicName().equals(symbolicName));
    }

    @Override
    public boolean enable(String symbolicName, Optional<Set<String>> subsidiaryIds) {
        return false;
    }

    @Override
    public boolean release(String symbolicName) {
        return false;
    }

    @Override
    public Optional<InputStream> resource(String symbolicName, String path) {
        return Optional.ofNullable(files.getOrDefault(symbolicName, Map.of()).get(path))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> resources(String symbolicName, String folder) {
        return files.getOrDefault(symbolicName, Map.of()).keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public long changes() {
        return changes;
    }
}
