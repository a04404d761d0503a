package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.launcher.bundles.BundleSbom;
import org.holdfast.launcher.registry.Sbom;
import org.junit.jupiter.api.Test;

/** What each bundle of the installed product is made of, as `bundle sbom` shows it. */
class ShippedSbomIT {

    @Test
    void everyBundleSaysWhatItIsMadeOf() throws IOException {
        assumeThat(DemoServer.IMAGE.resolve("sbom.json"))
                .as("without a connection the build lists nothing")
                .exists();

        for (Path jar : jars()) {
            assertThat(BundleSbom.of(jar)).as(jar.toString()).isPresent();
        }
        assertThat(components("holdfast-engine-xgboost")).contains("org.hipparchus:hipparchus-core");
        assertThat(components("holdfast-console")).contains("vue");
    }

    private static List<String> components(String bundle) throws IOException {
        return jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(bundle + "-"))
                .flatMap(jar -> BundleSbom.of(jar).orElseThrow().components().stream())
                .map(Sbom.Component::name)
                .toList();
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(DemoServer.IMAGE.resolve("bundles"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
