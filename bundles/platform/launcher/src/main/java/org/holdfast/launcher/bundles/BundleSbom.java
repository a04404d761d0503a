package org.holdfast.launcher.bundles;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.registry.Sbom;
import org.holdfast.launcher.text.Message;

/**
 * Reads what a bundle says it is made of: the first JSON file of {@code META-INF/sbom/}, as CycloneDX (ECMA-424). The file is a
 * stranger's: size, depth and number of components are limited, and control characters do not reach a terminal.
 */
public final class BundleSbom {
    /** Folder in the bundle. */
    static final String FOLDER = "META-INF/sbom";

    private static final int MAX_MEGABYTES = 10;
    private static final int MAX_COMPONENTS = 10_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_LENGTH = 300;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BundleSbom() {}

    /**
     * Reads it from a bundle's file.
     *
     * @param jar the file
     * @return what it is made of, or empty where it does not say
     * @throws BundleFailure where the file is no jar, or what it says is not as it must be
     */
    public static Optional<Sbom> of(Path jar) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            Optional<? extends ZipEntry> entry =
                    file.stream().filter(found -> isBom(found.getName())).min(Comparator.comparing(ZipEntry::getName));
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = file.getInputStream(entry.get())) {
                return Optional.of(read(entry.get().getName(), in));
            }
        } catch (IOException e) {
            throw failure(e, "bundleSbom.unreadable", String.valueOf(jar.getFileName()));
        }
    }

    static boolean isBom(String path) {
        return path.startsWith(FOLDER + "/") && path.endsWith(".json");
    }

    static Sbom read(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((MAX_MEGABYTES << 20) + 1);
        if (bytes.length > MAX_MEGABYTES << 20) {
            throw failure(null, "bundleSbom.tooLarge", name, MAX_MEGABYTES);
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw failure(e, "bundleSbom.noJson", name, line);
        }
        if (!root.path("bomFormat").asText().equals("CycloneDX")) {
            throw failure(null, "bundleSbom.noBom", name);
        }
        List<Sbom.Component> components = new ArrayList<>();
        collect(name, root, components);
        components.sort(Comparator.comparing(Sbom.Component::name).thenComparing(Sbom.Component::version));
        return new Sbom(components);
    }

    /** Components may hold components. */
    private static void collect(String name, JsonNode parent, List<Sbom.Component> found) {
        for (JsonNode component : parent.path("components")) {
            if (found.size() == MAX_COMPONENTS) {
                throw failure(null, "bundleSbom.tooMany", name, MAX_COMPONENTS);
            }
            String group = text(component, "group");
            found.add(new Sbom.Component(
                    group.isEmpty() ? text(component, "name") : group + ":" + text(component, "name"),
                    text(component, "version"),
                    licences(component)));
            collect(name, component, found);
        }
    }

    private static List<String> licences(JsonNode component) {
        TreeSet<String> licences = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            licences.add(text(choice, "expression"));
            licences.add(text(choice.path("license"), "id"));
            licences.add(text(choice.path("license"), "name"));
        }
        licences.remove("");
        return List.copyOf(licences);
    }

    private static String text(JsonNode parent, String key) {
        String text = parent.path(key).asText().replaceAll("\\p{Cntrl}", "?");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    private static BundleFailure failure(
            @org.jspecify.annotations.Nullable Throwable cause, String key, Object... arguments) {
        Message sentence = Message.of(key, arguments);
        return cause == null
                ? new BundleFailure(RegistryError.BUNDLE_UNCLEAR, sentence)
                : new BundleFailure(RegistryError.BUNDLE_UNCLEAR, sentence, cause);
    }
}
