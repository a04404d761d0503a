package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.nio.file.Path;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.registry.BundleReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeBundleTest {
    @TempDir
    Path home;

    @Test
    void anUpdateOfAStartedNativeBundleWaitsForTheNextStart() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(engine("first"), "engine.jar");
            awaits(SOON, () -> host.offers("acme.engine"));
            IndustryModel running = host.model("acme.engine");

            host.drop(engine("second").version("2.0.0"), "engine.jar");
            awaits(SOON, () -> host.state("acme.engine") == State.WAITING_FOR_RESTART);

            assertThat(running.code()).isEqualTo("first");
            assertThat(host.model("acme.engine")).isSameAs(running);
            assertThat(host.reason("acme.engine")).contains("next start");
        }
        try (TestHost host = TestHost.inDemo(home)) {
            assertThat(host.state("acme.engine")).isEqualTo(State.ACTIVE);
            assertThat(host.model("acme.engine").code()).isEqualTo("second");
        }
    }

    @Test
    void aNativeBundleThatCameBackWaitsForTheNextStartToo() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(engine("first"), "engine.jar");
            awaits(SOON, () -> host.offers("acme.engine"));
            host.delete("engine.jar");
            awaits(SOON, () -> !host.has("acme.engine"));

            host.drop(engine("second"), "engine.jar");
            awaits(SOON, () -> host.has("acme.engine"));
            awaits(SOON, () -> host.state("acme.engine") == State.WAITING_FOR_RESTART);

            assertThat(host.offers("acme.engine")).isFalse();
        }
    }

    private static TestBundle engine(String code) {
        return TestBundle.answering("acme.engine", code)
                .header("Provide-Capability", "holdfast.capability;capability=engine;code=acme;native=true");
    }
}
