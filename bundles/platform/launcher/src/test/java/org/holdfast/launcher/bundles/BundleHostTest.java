package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleHostTest {
    private static final String EVERY_OTHER_BUNDLE = """
        StringBuilder all = new StringBuilder();
        for (org.osgi.framework.Bundle bundle :
                org.osgi.framework.FrameworkUtil.getBundle(Model.class).getBundleContext().getBundles()) {
            if (!"acme.retail".equals(bundle.getSymbolicName())) {
                all.append(bundle.getBundleId() + " " + bundle.getState() + " " + bundle.getLastModified() + "; ");
            }
        }
        return all.toString();
        """;

    @TempDir
    Path home;

    @Test
    void aDroppedBundleIsUsableWithinFiveSecondsAndNoOtherIsRestarted() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withModel("acme.witness", "", EVERY_OTHER_BUNDLE), "witness.jar");
            awaits(SOON, () -> host.offers("acme.witness"));
            IndustryModel witness = host.model("acme.witness");
            String bundlesBefore = witness.code();
            String instanceBefore = witness.version();

            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));

            assertThat(host.model("acme.retail").code()).isEqualTo("retail");
            assertThat(host.model("acme.witness")).isSameAs(witness);
            assertThat(witness.version()).isEqualTo(instanceBefore);
            assertThat(witness.code()).isEqualTo(bundlesBefore).contains(";");
        }
    }

    @Test
    void aRemovedBundleTakesItsCapabilityAlongAndItsObjectsSaySo() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            IndustryModel handedOut = host.model("acme.retail");

            host.delete("retail.jar");
            awaits(SOON, () -> !host.has("acme.retail"));

            assertThat(host.models()).isEmpty();
            assertThatThrownBy(handedOut::code)
                    .isInstanceOf(CapabilityGoneException.class)
                    .hasMessageContaining("acme.retail");
        }
    }

    @Test
    void aChangedFileReplacesItsBundleAndOldObjectsEnd() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            IndustryModel old = host.model("acme.retail");

            host.drop(TestBundle.answering("acme.retail", "shops").version("1.1.0"), "retail.jar");
            awaits(SOON, () -> host.report("acme.retail").version().equals("1.1.0") && host.offers("acme.retail"));

            assertThat(host.model("acme.retail").code()).isEqualTo("shops");
            assertThat(host.models()).hasSize(1);
            assertThatThrownBy(old::code).isInstanceOf(CapabilityGoneException.class);
        }
    }

    @Test
    void aFileThatChangesItsBundleRemovesTheFormerOne() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "model.jar");
            awaits(SOON, () -> host.offers("acme.retail"));

            host.drop(TestBundle.answering("acme.banking", "banking"), "model.jar");
            awaits(SOON, () -> host.offers("acme.banking"));

            assertThat(host.has("acme.retail")).isFalse();
        }
    }

    @Test
    void aBundleIsSeenOnlyWhereItIsEnabledAndThatSurvivesARestart() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            CapabilityRegistry registry = host.registry();
            assertThat(registry.of(IndustryModel.class, "SH01")).hasSize(1);

            assertThat(registry.enable("acme.retail", Optional.of(Set.of("SH01"))))
                    .isTrue();

            assertThat(registry.of(IndustryModel.class, "SH01")).hasSize(1);
            assertThat(registry.of(IndustryModel.class, "BJ01")).isEmpty();
            assertThat(registry.enable("acme.nobody", Optional.empty())).isFalse();
        }
        try (TestHost host = TestHost.inDemo(home)) {
            assertThat(host.report("acme.retail").enabledFor()).contains(Set.of("SH01"));
            assertThat(host.registry().of(IndustryModel.class, "BJ01")).isEmpty();

            host.registry().enable("acme.retail", Optional.empty());

            assertThat(host.registry().of(IndustryModel.class, "BJ01")).hasSize(1);
        }
    }

    @Test
    void theHighestRankingComesFirst() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.a", "low"), "a.jar");
            host.drop(
                    TestBundle.withModel("acme.b", "property = \"service.ranking:Integer=7\"", "return \"high\";"),
                    "b.jar");
            awaits(SOON, () -> host.models().size() == 2);

            List<String> codes =
                    host.models().stream().map(model -> model.service().code()).toList();

            assertThat(codes).containsExactly("high", "low");
            assertThat(host.report("acme.b").ranking()).isEqualTo(7);
        }
    }

    @Test
    void everyChangeRaisesTheCount() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            long empty = host.registry().changes();

            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            long installed = host.registry().changes();
            host.registry().enable("acme.retail", Optional.of(Set.of()));
            long enabled = host.registry().changes();
            host.delete("retail.jar");
            awaits(SOON, () -> !host.has("acme.retail"));

            assertThat(installed).isGreaterThan(empty);
            assertThat(enabled).isGreaterThan(installed);
            assertThat(host.registry().changes()).isGreaterThan(enabled);
        }
    }

    @Test
    void jakartaClassesOfTheServerAreNotLentToBundles() {
        TestBundle greedy = TestBundle.answering("acme.greedy", "greedy")
                .header("Import-Package", "*, jakarta.servlet, fish.payara.micro");

        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(greedy, "greedy.jar");
            awaits(SOON, () -> host.has("acme.greedy"));
            awaits(SOON, () -> !host.reason("acme.greedy").isEmpty());

            assertThat(host.state("acme.greedy")).isEqualTo(BundleReport.State.UNRESOLVED);
            assertThat(host.reason("acme.greedy")).contains("jakarta.servlet");
            assertThat(host.models()).isEmpty();
        }
    }

    @Test
    void filesOfABundleAreReadWhileItIsThere() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.named("acme.words").resource("text/acme_en.properties", "hello=Hello"), "words.jar");
            awaits(SOON, () -> host.has("acme.words"));
            awaits(SOON, () -> host.state("acme.words") == BundleReport.State.ACTIVE);

            assertThat(host.registry().resources("acme.words", "text")).containsExactly("text/acme_en.properties");
            assertThat(host.registry().resource("acme.words", "text/acme_en.properties"))
                    .isPresent();

            assertThat(host.registry().remove("acme.words")).isTrue();

            assertThat(host.registry().resources("acme.words", "text")).isEmpty();
            assertThat(TestHost.folder(home)).isEmptyDirectory();
        }
    }
}
