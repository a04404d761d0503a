package org.holdfast.testkit.industry;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.testkit.example.ExampleSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.annotations.Component;

/**
 * Builds the example of the vendor guide as a vendor would: its sources against the API alone, its jar by bnd from its
 * own {@code bnd.bnd}. The jar stays in {@code target/example} for the tests of the whole product.
 */
class VendorExampleTest {
    private static final Path EXAMPLE = Path.of("../../../docs/vendor-guide/example-retail");
    private static final Path CLASSES = Path.of("target/example/classes");
    private static final Path BUNDLE = Path.of("target/example/retail-1.0.0.jar");

    @BeforeAll
    static void build() throws Exception {
        Files.createDirectories(CLASSES);
        ExampleSources.compile(
                List.of(EXAMPLE.resolve("src/main/java")), CLASSES, IndustryModel.class, Component.class);
        copyTexts();
        pack();
    }

    @Test
    void manifestSaysWhatTheBundleProvidesAndNeeds() throws IOException {
        Attributes manifest = manifest();

        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("com.example.retail");
        assertThat(manifest.getValue("Provide-Capability"))
                .contains("holdfast.capability;capability=industry;code=retail");
        assertThat(manifest.getValue("Require-Capability"))
                .contains("holdfast.data;category=attendance", "osgi.extender=osgi.component");
        assertThat(manifest.getValue("Service-Component")).isEqualTo("OSGI-INF/com.example.retail.RetailModel.xml");
    }

    @Test
    void bundleImportsTheApiAndNothingElse() throws IOException {
        String imported = manifest().getValue("Import-Package").replaceAll("java\\.[a-z.]+,?", "");

        assertThat(imported.replaceAll(";version=\"\\[1\\.\\d,2\\)\"", ""))
                .isEqualTo("org.holdfast.api.industry,org.holdfast.api.signal");
    }

    @Nested
    class TheModelInTheBundle extends IndustryModelContract {
        @Override
        protected IndustryModel newModel() {
            try {
                ClassLoader loader =
                        new URLClassLoader(new URL[] {BUNDLE.toUri().toURL()});
                return (IndustryModel) loader.loadClass("com.example.retail.RetailModel")
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | IOException e) {
                throw new IllegalStateException("The example's model cannot be made", e);
            }
        }

        @Override
        protected InputStream openText(String path) throws IOException {
            return new URL("jar:" + BUNDLE.toUri().toURL() + "!/" + path).openStream();
        }
    }

    private static void copyTexts() throws IOException {
        Path texts = Files.createDirectories(CLASSES.resolve("text"));
        for (String language : List.of("en", "zh")) {
            String name = "retail_" + language + ".properties";
            Files.write(texts.resolve(name), Files.readAllBytes(EXAMPLE.resolve("src/main/resources/text/" + name)));
        }
    }

    private static void pack() throws Exception {
        Properties instructions = new Properties();
        try (InputStream in = Files.newInputStream(EXAMPLE.resolve("bnd.bnd"))) {
            instructions.load(in);
        }
        try (Builder builder = new Builder()) {
            builder.setProperties(instructions);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setJar(new Jar(CLASSES.toFile()));
            builder.addClasspath(ExampleSources.place(IndustryModel.class).toFile());
            builder.addClasspath(ExampleSources.place(Component.class).toFile());
            builder.build().write(BUNDLE.toFile());
            assertThat(builder.getErrors()).isEmpty();
        }
    }

    private static Attributes manifest() throws IOException {
        try (JarFile jar = new JarFile(BUNDLE.toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
