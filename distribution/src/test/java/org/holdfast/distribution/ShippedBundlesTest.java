package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedBundlesTest {
    private static final Path BUNDLES = Path.of("target", "holdfast", "bundles");
    /** What a clause of Import-Package may name: the API, the log, and the JDK. */
    private static final List<String> ALLOWED =
            List.of("org.holdfast.api", "org.slf4j", "java.", "javax.", "org.osgi.");

    @Test
    void everyBundleDependsOnTheApiAlone() throws IOException {
        List<Path> jars = jars();

        assertThat(jars).hasSizeGreaterThanOrEqualTo(10);
        for (Path jar : jars) {
            for (String imported : clauses(header(jar, "Import-Package"))) {
                assertThat(ALLOWED)
                        .as("%s imports %s", jar.getFileName(), imported)
                        .anyMatch(imported::startsWith);
            }
            assertThat(header(jar, "Require-Bundle")).as(jar.toString()).isEmpty();
            assertThat(header(jar, "Export-Package")).as(jar.toString()).isEmpty();
        }
    }

    @Test
    void everyBundleIsNamedAsItsFileAndListedWithItsDigest() throws IOException {
        String digests = Files.readString(Path.of("target", "holdfast", "lib", "bundles.sha256"));

        for (Path jar : jars()) {
            String name = header(jar, "Bundle-SymbolicName");
            assertThat(jar.getFileName().toString())
                    .startsWith(name.replaceFirst("^org\\.", "").replace('.', '-'));
            assertThat(digests).contains(jar.getFileName().toString());
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            String value = attributes.getValue(name);
            return value == null ? "" : value;
        }
    }

    /** Splits a header at the commas outside of quotes and keeps the name before the attributes. */
    private static List<String> clauses(String header) {
        if (header.isEmpty()) {
            return List.of();
        }
        return Stream.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(clause -> clause.split(";", 2)[0].strip())
                .toList();
    }
}
