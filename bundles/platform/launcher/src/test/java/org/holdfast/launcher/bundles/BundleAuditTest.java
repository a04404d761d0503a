package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.registry.BundleReport.State;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of bundles without anybody asking stands in the audit log. */
class BundleAuditTest {
    @TempDir
    Path home;

    @Test
    void aBundleThatIsDroppedAndTakenAwayStandsInTheLog() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.audited().contains("bundle.started done"));
            assertThat(host.lastAudited())
                    .containsEntry("bundle", "acme.retail")
                    .containsEntry("state", "active")
                    .containsKey("version");

            host.delete("retail.jar");
            awaits(SOON, () -> host.audited().contains("bundle.removed done"));

            assertThat(host.audited())
                    .containsExactly(
                            "bundle.installed begun",
                            "bundle.installed done",
                            "bundle.started done",
                            "bundle.removed done");
        }
    }

    @Test
    void aBundleThatDoesNotStartStandsInTheLogAsFailed() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.withActivator("acme.lost", "throw new IllegalStateException();"), "lost.jar");
            awaits(SOON, () -> host.audited().contains("bundle.started failed"));

            assertThat(host.lastAudited()).containsEntry("bundle", "acme.lost");
        }
    }

    @Test
    void aRefusedFileStandsInTheLogOnceByItsDigestAndNotByItsName() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(Files.writeString(home.resolve("noise"), "no jar"), "zhang-wei.jar");
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(
                    SOON,
                    () -> host.audited().contains("bundle.started done")
                            && host.audited().contains("bundle.refused denied"));

            assertThat(host.audited())
                    .filteredOn("bundle.refused denied"::equals)
                    .hasSize(1);
            assertThat(host.allAudited())
                    .filteredOn(event -> event.action().equals("bundle.refused"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details())
                            .containsEntry("reason", "bundleRefusal.noJar")
                            .hasEntrySatisfying(
                                    "sha256", digest -> assertThat(digest).hasSize(64)));
            assertThat(host.allAudited().toString()).doesNotContain("zhang");
        }
    }

    @Test
    void aBundleThatIsStoppedForItsFaultsStandsInTheLogOnce() {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(
                    TestBundle.withModel("acme.bad", "", "throw new IllegalStateException(\"Zhang Wei\");"), "bad.jar");
            awaits(SOON, () -> host.models().size() == 1);
            IndustryModel bad = host.model("acme.bad");
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(bad::code).isInstanceOf(HoldfastException.class);
            }

            assertThat(host.state("acme.bad")).isEqualTo(State.QUARANTINED);
            assertThat(host.audited()).filteredOn("bundle.stopped done"::equals).hasSize(1);
            assertThat(host.allAudited().toString()).doesNotContain("Zhang Wei");
        }
    }

    @Test
    void aBundleThatCannotBeAuditedIsNotInstalled() throws IOException {
        Path folder = Files.createDirectories(TestHost.folder(home));
        TestBundle.answering("acme.retail", "retail").writeTo(folder.resolve("retail.jar"));
        List<AuditEvent> tried = new ArrayList<>();
        try (BundleHost host = BundleHost.start(TestHost.places(home), true, Clock.systemUTC(), event -> {
            tried.add(event);
            throw new AuditFailure("full");
        })) {
            assertThatThrownBy(() -> host.take(name -> true))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("audit log cannot be written");

            assertThat(tried).hasSize(1);
            assertThat(host.registry().bundles()).isEmpty();
        }
    }
}
