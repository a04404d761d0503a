package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.testkit.industry.HostCatalogue;
import org.holdfast.testkit.industry.IndustryModelContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Our own industries keep the contract that vendors are held to. */
class ShippedIndustriesTest {
    @Test
    void testkitKnowsExactlyTheSignalsOfTheHost() {
        assertThat(HostSignals.all()).hasSize(HostCatalogue.size());
        assertThat(HostSignals.all())
                .allSatisfy(signal -> assertThat(HostCatalogue.kind(signal.code()))
                        .as(signal.code())
                        .isEqualTo(Optional.of(signal).map(SignalDefinition::kind)));
    }

    @Nested
    class Fmcg extends Described {
        Fmcg() {
            super("fmcg");
        }
    }

    @Nested
    class Manufacturing extends Described {
        Manufacturing() {
            super("manufacturing");
        }
    }

    @Nested
    class Tech extends Described {
        Tech() {
            super("tech");
        }
    }

    private abstract static class Described extends IndustryModelContract {
        private final Path resources;

        Described(String code) {
            resources = Path.of("../../industry", code, "src/main/resources");
        }

        @Override
        protected IndustryModel newModel() {
            try (InputStream in = Files.newInputStream(resources.resolve("industry.json"))) {
                return IndustryDescription.read("industry.json", in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected InputStream openText(String path) throws IOException {
            return Files.newInputStream(resources.resolve(path));
        }
    }
}
