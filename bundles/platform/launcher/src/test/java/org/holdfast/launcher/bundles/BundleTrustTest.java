package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.registry.RefusedFile;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server does with bundles that are not, or no longer, trusted: nothing of them runs, and it is said. */
class BundleTrustTest {
    @TempDir
    static Path keys;

    @TempDir
    Path home;

    private TestSigners signers = new TestSigners(Path.of(""));

    @BeforeEach
    void aVendorAndAGroup() throws IOException, GeneralSecurityException {
        TrustFiles trust = TestHost.trust(home);
        signers = new TestSigners(keys).with("vendor").with("group");
        signers.trust(trust.vendors(), "signer", "vendor").trust(trust.group(), "signer", "group");
    }

    @Test
    void withoutACounterSignatureABundleIsNotLoadedAndTheListSaysWhy() {
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(signers.sign(retail("1.0.0"), "vendor"), "retail.jar");
            awaits(SOON, () -> !host.registry().refused().isEmpty());

            assertThat(host.registry().bundles()).isEmpty();
            RefusedFile refused = host.registry().refused().get(0);
            assertThat(refused.file()).isEqualTo("retail.jar");
            assertThat(refused.code()).isEqualTo("bundleDistrust.notCounterSigned");
            assertThat(refused.reason())
                    .hasToString("The file retail.jar is not taken: the group has not counter-signed it;"
                            + " a demo or --dev takes it, \"start\" does not.");
            assertThat(host.audited()).containsExactly("bundle.refused denied");
            assertThat(host.lastAudited()).containsEntry("reason", "bundleDistrust.notCounterSigned");
        }
    }

    @Test
    void aBundleThatIsRevokedStopsWithoutARestartAndComesBackWhenThatWasAMistake() throws IOException {
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(signed("1.0.0"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            IndustryModel handedOut = host.model("acme.retail");

            revoke("bundle " + BundleSignature.sha256(TestHost.folder(home).resolve("retail.jar")));
            awaits(
                    SOON,
                    () -> !host.has("acme.retail") && !host.registry().refused().isEmpty());

            assertThatThrownBy(handedOut::code).isInstanceOf(CapabilityGoneException.class);
            assertThat(host.registry().refused())
                    .extracting(RefusedFile::code)
                    .containsExactly("bundleDistrust.revokedBundle");
            assertThat(host.audited()).endsWith("bundle.removed done", "bundle.refused denied");

            Files.delete(TestHost.trust(home).revoked());
            awaits(SOON, () -> host.offers("acme.retail"));

            assertThat(host.registry().refused()).isEmpty();
        }
    }

    @Test
    void aBundleStopsWhenItsSignersCertificateIsRevokedOrTakenAway() throws IOException, GeneralSecurityException {
        Path vendors = TestHost.trust(home).vendors();
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(signed("1.0.0"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            revoke("certificate " + Revocations.fingerprint(signers.certificate("vendor")));
            awaits(SOON, () -> !host.has("acme.retail"));
            Files.delete(TestHost.trust(home).revoked());
            awaits(SOON, () -> host.offers("acme.retail"));

            Files.move(vendors, home.resolve("taken-away"));
            awaits(SOON, () -> !host.has("acme.retail"));

            awaits(SOON, () -> !host.registry().refused().isEmpty());
            assertThat(host.registry().refused())
                    .extracting(RefusedFile::code)
                    .containsExactly("bundleDistrust.noTrustStore");
        }
    }

    @Test
    void aFileLargerThanABundleMayBeIsNotEvenCopied() throws IOException {
        Path large = home.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((200L << 20) + 1);
        }
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(large, "large.jar");
            awaits(SOON, () -> !host.registry().refused().isEmpty());

            assertThat(host.registry().refused())
                    .extracting(RefusedFile::code)
                    .containsExactly("bundleRefusal.tooLarge");
            assertThat(home.resolve("bundle-files")).isEmptyDirectory();
        }
    }

    @Test
    void whatRunsIsLookedAtEvenWhereItsFileWasExchangedUnnoticed() throws IOException {
        Path flawed = signed("1.0.0");
        Path file = TestHost.folder(home).resolve("retail.jar");
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(copy(flawed), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            byte[] bytes = Files.readAllBytes(file);
            FileTime time = Files.getLastModifiedTime(file);
            bytes[10] ^= 1; // the time of an entry: another digest, the same size
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);

            revoke("bundle " + BundleSignature.sha256(flawed));

            awaits(SOON, () -> !host.has("acme.retail"));
        }
    }

    @Test
    void aRevokedBundleIsNotTakenInADemoEither() throws IOException {
        Path jar = retail("1.0.0");
        revoke("bundle " + BundleSignature.sha256(jar));

        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(jar, "retail.jar");
            awaits(SOON, () -> !host.registry().refused().isEmpty());

            assertThat(host.registry().bundles()).isEmpty();
        }
    }

    @Test
    void aListNobodyUnderstandsEndsTheStartAndInARunningServerLetsNothingNewIn() throws IOException {
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(signed("1.0.0"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            revoke("bundel 00");
            host.drop(
                    signers.sign(
                            TestBundle.answering("acme.other", "other").writeTo(home.resolve("o")), "vendor", "group"),
                    "o.jar");
            awaits(SOON, () -> !host.registry().refused().isEmpty());

            assertThat(host.registry().refused()).extracting(RefusedFile::code).containsExactly("failure.revokedLine");
            assertThat(host.model("acme.retail").code()).isEqualTo("retail");
        }
        assertThatThrownBy(() -> BundleHost.start(TestHost.places(home), false, Clock.systemUTC(), event -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Line 1");
    }

    @Test
    void anOlderVersionIsNotLoadedHoweverItComesUnlessTheAdministratorSaysSo() throws IOException {
        Path older = signed("1.9.0");
        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(signed("1.10.0"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            host.drop(copy(older), "retail.jar");
            awaits(SOON, () -> !host.registry().refused().isEmpty());
            assertThat(host.registry().refused())
                    .extracting(RefusedFile::code)
                    .containsExactly("bundleRefusal.downgrade");
            assertThat(host.report("acme.retail").version()).isEqualTo("1.10.0");
        }
        // Neither after a restart, nor when the newer one was removed before, nor under another name.
        Files.move(
                TestHost.folder(home).resolve("retail.jar"),
                TestHost.folder(home).resolve("shop.jar"));
        try (TestHost host = TestHost.inProduction(home)) {
            assertThat(host.registry().bundles()).isEmpty();
            assertThatThrownBy(() -> install(host, older, false))
                    .isInstanceOf(BundleFailure.class)
                    .hasMessageContaining("its version 1.9.0 is older than 1.10.0");
            assertThat(host.lastAudited()).containsEntry("reason", "bundleRefusal.downgrade");

            install(host, older, true);

            assertThat(host.report("acme.retail").version()).isEqualTo("1.9.0");
            assertThat(host.allAudited())
                    .filteredOn(event -> event.action().equals("bundle.downgradeAllowed"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details())
                            .containsEntry("bundle", "acme.retail")
                            .containsEntry("version", "1.9.0")
                            .containsEntry("newest", "1.10.0"));
        }
        Files.delete(TestHost.folder(home).resolve("shop.jar"));
        try (TestHost host = TestHost.inProduction(home)) {
            assertThat(host.report("acme.retail").version()).isEqualTo("1.9.0");
        }
    }

    @Test
    void whoMayInstallOlderVersionsMayNotInstallUntrustedOnes() {
        try (TestHost host = TestHost.inProduction(home)) {
            assertThatThrownBy(() -> install(host, signers.sign(retail("0.1.0"), "vendor"), true))
                    .hasMessageContaining("counter-signed");

            assertThat(host.audited()).containsExactly("bundle.refused denied");
            assertThat(TestHost.folder(home)).isEmptyDirectory();
        }
    }

    private void install(TestHost host, Path jar, boolean downgradeAllowed) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            host.registry().install("retail.jar", in, downgradeAllowed);
        }
    }

    private Path signed(String version) {
        return signers.sign(retail(version), "vendor", "group");
    }

    private Path retail(String version) {
        return TestBundle.answering("acme.retail", "retail")
                .version(version)
                .writeTo(home.resolve("retail-" + version));
    }

    private Path copy(Path jar) throws IOException {
        return Files.copy(jar, home.resolve("copy"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void revoke(String... lines) throws IOException {
        Files.write(TestHost.trust(home).revoked(), List.of(lines));
    }
}
