package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.registry.BundleReport.State;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFaultTest {
    private static final String CALLS = "holdfast.test.calls";
    private static final String HANG = """
        while (true) {
            try { Thread.sleep(1000); } catch (InterruptedException e) { }
        }
        """;

    @TempDir
    Path home;

    @AfterEach
    void forgetCalls() {
        System.clearProperty(CALLS);
    }

    @Test
    void threeFaultsQuarantineABundleAndItIsNoLongerCalled() {
        String failing = "System.setProperty(\"" + CALLS + "\", System.getProperty(\"" + CALLS
                + "\", \"\") + \"x\"); throw new IllegalStateException(\"Zhang Wei\");";
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withModel("acme.bad", "", failing), "bad.jar");
            host.drop(TestBundle.answering("acme.good", "good"), "good.jar");
            awaits(SOON, () -> host.models().size() == 2);
            IndustryModel bad = host.model("acme.bad");

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(bad::code)
                        .isInstanceOf(HoldfastException.class)
                        .hasMessageNotContaining("Zhang Wei");
            }

            assertThatThrownBy(bad::code).isInstanceOf(CapabilityGoneException.class);
            assertThat(System.getProperty(CALLS)).isEqualTo("xxx");
            assertThat(host.state("acme.bad")).isEqualTo(State.QUARANTINED);
            assertThat(host.report("acme.bad").faults()).hasSize(3);
            assertThat(host.offers("acme.bad")).isFalse();
            assertThat(host.model("acme.good").code()).isEqualTo("good");
        }
        try (TestHost host = TestHost.inDemo(home)) {
            Words chinese = Words.in(Locale.CHINESE);
            assertThat(host.report("acme.bad").reason().map(chinese::text))
                    .contains("十分钟内出错 3 次；最后一次：IndustryModel.code 失败：java.lang.IllegalStateException。");
            assertThat(host.state("acme.bad")).isEqualTo(State.QUARANTINED);

            assertThat(host.registry().release("acme.bad")).isTrue();

            assertThat(host.offers("acme.bad")).isTrue();
            assertThat(host.registry().release("acme.bad")).isFalse();
        }
    }

    @Test
    void aCallThatHangsIsAbandonedAndItsBundleQuarantinedAtOnce() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withModel("acme.slow", "", HANG), "slow.jar");
            host.drop(TestBundle.answering("acme.good", "good"), "good.jar");
            awaits(SOON, () -> host.models().size() == 2);

            assertThatThrownBy(host.model("acme.slow")::code)
                    .isInstanceOfSatisfying(
                            HoldfastException.class,
                            failure -> assertThat(failure.code()).isEqualTo(RegistryError.CAPABILITY_TIMED_OUT))
                    .hasMessageContaining("restart");

            assertThat(host.state("acme.slow")).isEqualTo(State.QUARANTINED);
            assertThat(host.model("acme.good").code()).isEqualTo("good");
        }
    }

    @Test
    void aThreadLeftBehindByACallIsFoundAndItsBundleQuarantined() {
        String leak = "Thread thread = new Thread(() -> {" + HANG + "}, \"acme-leak\"); thread.setDaemon(true);"
                + " thread.start(); return \"leak\";";
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withModel("acme.leak", "", leak), "leak.jar");
            awaits(SOON, () -> host.offers("acme.leak"));

            assertThat(host.model("acme.leak").code()).isEqualTo("leak");
            awaits(Duration.ofSeconds(15), () -> host.state("acme.leak") == State.QUARANTINED);

            assertThat(host.reason("acme.leak")).contains("thread");
        }
    }

    @Test
    void aThreadLeftBehindByAnActivatorIsFoundToo() {
        String leak = "Thread thread = new Thread(() -> {" + HANG + "}); thread.setDaemon(true); thread.start();";
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withActivator("acme.leak", leak), "leak.jar");
            awaits(SOON, () -> host.has("acme.leak"));

            awaits(Duration.ofSeconds(15), () -> host.state("acme.leak") == State.QUARANTINED);
        }
    }

    @Test
    void anActivatorThatHangsFailsItsBundleAloneAndTheNextOneIsTaken() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withActivator("acme.stuck", HANG), "a-stuck.jar");
            awaits(Duration.ofSeconds(20), () -> host.has("acme.stuck") && host.state("acme.stuck") == State.FAILED);
            assertThat(host.reason("acme.stuck")).contains("did not start within");

            host.drop(TestBundle.answering("acme.good", "good"), "good.jar");
            awaits(SOON, () -> host.offers("acme.good"));

            assertThat(host.model("acme.good").code()).isEqualTo("good");
        }
    }

    @Test
    void anActivatorThatThrowsFailsItsBundleWithTheReason() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withActivator("acme.broken", "throw new IllegalStateException();"), "broken.jar");
            awaits(SOON, () -> host.has("acme.broken") && host.state("acme.broken") == State.FAILED);

            assertThat(host.reason("acme.broken"))
                    .isEqualTo("It failed to start with java.lang.IllegalStateException.");
        }
    }

    @Test
    void aServiceThatCannotBeMadeHidesNoOther() {
        TestBundle broken = TestBundle.withModel(
                "acme.broken",
                "",
                "return \"broken\"; } public Model() { if (true) {" + " throw new IllegalStateException(); }");
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(broken, "broken.jar");
            host.drop(TestBundle.answering("acme.good", "good"), "good.jar");

            awaits(SOON, () -> host.offers("acme.good"));

            assertThat(host.offers("acme.broken")).isFalse();
            awaits(SOON, () -> {
                assertThat(host.models()).hasSize(1);
                return host.state("acme.broken") == State.QUARANTINED;
            });
        }
    }
}
