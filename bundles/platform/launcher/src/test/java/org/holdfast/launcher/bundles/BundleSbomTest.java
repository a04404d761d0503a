package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.Sbom;
import org.holdfast.launcher.registry.Sbom.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle is made of is told from its CycloneDX file, which a stranger wrote. */
class BundleSbomTest {
    private static final String TWO = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"name": "zinc", "version": "2", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
              {"group": "org.acme", "name": "copper", "version": "1.0", "licenses": [{"license": {"id": "EPL-2.0"}}, {"license": {"name": "Acme"}}],
               "components": [{"name": "inner"}]}]}""";

    @TempDir
    Path home;

    @Test
    void componentsAreToldWithVersionAndLicence() {
        assertThat(sbom(TWO).orElseThrow().components())
                .containsExactly(
                        new Component("inner", "", List.of()),
                        new Component("org.acme:copper", "1.0", List.of("Acme", "EPL-2.0")),
                        new Component("zinc", "2", List.of("MIT OR Apache-2.0")));
    }

    @Test
    void anInstalledBundleIsToldFromAsItsFileIs() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(
                    TestBundle.answering("acme.retail", "retail").resource("META-INF/sbom/bom.json", TWO),
                    "retail.jar");
            host.drop(TestBundle.answering("acme.silent", "silent"), "silent.jar");
            awaits(SOON, () -> host.offers("acme.retail") && host.offers("acme.silent"));

            assertThat(host.registry().sbom("acme.retail").orElseThrow().components())
                    .hasSize(3);
            assertThat(host.registry().sbom("acme.silent")).isEmpty();
        }
    }

    @Test
    void hostileFilesHaveAClearEnd() {
        refused("{", "is not valid JSON (line 1)");
        refused("[".repeat(100_000), "is not valid JSON");
        refused("{\"bomFormat\": \"SPDX\"}", "is not a CycloneDX bill of materials");
        refused("[]", "is not a CycloneDX bill of materials");
        refused(" ".repeat((10 << 20) + 1), "is larger than 10 MB");
        refused(
                "{\"bomFormat\": \"CycloneDX\", \"components\": [" + "{},".repeat(10_001) + "{}]}",
                "lists more than 10000 components");
    }

    @Test
    void whatATerminalWouldObeyIsNotPassedOn() {
        Sbom sbom =
                sbom("{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"\\u001b[2Jx\", \"version\": 3}, 7, {\"name\": {}}]}")
                        .orElseThrow();

        assertThat(sbom.components()).extracting(Component::name).containsExactly("", "", "?[2Jx");
        assertThat(sbom.components()).extracting(Component::version).contains("3");
    }

    private void refused(String content, String why) {
        assertThatThrownBy(() -> sbom(content))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("META-INF/sbom/bom.json " + why);
    }

    private Optional<Sbom> sbom(String content) {
        return BundleSbom.of(TestBundle.named("acme.retail")
                .resource("META-INF/sbom/bom.json", content)
                .writeTo(home.resolve("made")));
    }
}
