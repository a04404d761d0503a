package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.nio.file.Path;
import org.holdfast.launcher.registry.BundleReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribedIndustryTest {
    private static final String RETAIL = """
        {"code": "retail", "version": "1.0.0",
         "features": [{"code": "market", "signal": "profile.payToMarket", "aggregation": "last", "windowDays": 0,
                       "direction": "lowersRisk"}],
         "scorecard": {"intercept": -1.5, "horizonDays": 180,
                       "items": [{"feature": "market", "curve": [{"value": -0.2, "logOdds": 1},
                                                                 {"value": 0, "logOdds": 0}]}]},
         "lexicon": [], "guidance": []}
        """;

    @TempDir
    Path home;

    @Test
    void aDescriptionWithoutAClassIsAnIndustryModelAndGoesWhenItBreaks() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(described(RETAIL), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            assertThat(host.model("acme.retail").code()).isEqualTo("retail");
            assertThat(host.report("acme.retail").provides())
                    .anyMatch(provided -> provided.capability().equals("industry")
                            && provided.code().equals("retail"));

            host.drop(described(RETAIL.replace("-1.5", "\"much\"")).version("1.1.0"), "retail.jar");
            awaits(SOON, () -> host.report("acme.retail").version().equals("1.1.0"));
            awaits(SOON, () -> host.state("acme.retail") == State.FAILED);

            assertThat(host.reason("acme.retail")).contains("industry.json", "scorecard.intercept");
            assertThat(host.models()).isEmpty();
        }
    }

    @Test
    void aDescriptionThatIsNotInTheBundleFailsIt() {
        TestBundle empty = TestBundle.named("acme.retail")
                .header("Provide-Capability", capability())
                .resource("text/acme_en.properties", "");

        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(empty, "retail.jar");
            awaits(SOON, () -> host.has("acme.retail") && host.state("acme.retail") == State.FAILED);

            assertThat(host.reason("acme.retail")).contains("industry.json is not in the bundle");
        }
    }

    private static TestBundle described(String json) {
        return TestBundle.named("acme.retail")
                .header("Provide-Capability", capability())
                .resource("industry.json", json);
    }

    private static String capability() {
        return "holdfast.capability;capability=industry;code=retail;description=industry.json";
    }
}
