package org.holdfast.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.fixture.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCheckTest {
    private static final String EC = "-keyalg EC ";
    private static final String HOST = " -ext san=dns:localhost";

    @TempDir
    Path folder;

    private TestAuthority authority;

    @BeforeEach
    void authority() throws Exception {
        authority = TestAuthority.make(folder);
    }

    @Test
    void withoutHttpsThereIsNothingToFind() {
        assertThat(examined(Map.of())).allMatch(finding -> finding.status() == Finding.Status.OK);
    }

    @Test
    void aGoodCertificateIsFoundWellWithItsHostsAndItsEnd() throws Exception {
        assertThat(of(EC + "-validity 90" + HOST))
                .singleElement()
                .matches(finding -> finding.status() == Finding.Status.OK)
                .asString()
                .contains("localhost", "valid until");
    }

    @Test
    void whatClientsRefuseKeepsTheServerFromWorking() throws Exception {
        assertThat(of(EC + "-startdate -10d -validity 2" + HOST)).anyMatch(failed("expired on"));
        assertThat(of(EC + "-startdate +2d -validity 90" + HOST)).anyMatch(failed("valid only from"));
        assertThat(of(EC + "-validity 90")).anyMatch(failed("names no host"));
    }

    @Test
    void whatSomebodyShouldLookAtIsAWarning() throws Exception {
        assertThat(of(EC + "-validity 20" + HOST)).anyMatch(warned("ends on")).noneMatch(failed(""));
        assertThat(of("-keyalg RSA -keysize 1024 -validity 90" + HOST))
                .anyMatch(warned("weak (RSA 1024)"))
                .noneMatch(failed(""));
    }

    @Test
    void aKeyOfAnotherCertificateIsFound() throws Exception {
        TestAuthority.Issued one = authority.issue("one", 90);
        TestAuthority.Issued other = authority.issue("other", 90);

        assertThat(examined(settings(one.pem(), other.key()))).anyMatch(failed("is not that of the certificate"));
    }

    private static Predicate<Finding> failed(String text) {
        return finding -> finding.status() == Finding.Status.FAILED
                && finding.text().toString().contains(text);
    }

    private static Predicate<Finding> warned(String text) {
        return finding -> finding.status() == Finding.Status.WARNING
                && finding.text().toString().contains(text);
    }

    private List<Finding> of(String options) throws Exception {
        TestAuthority.Issued issued = authority.issue("server" + System.nanoTime(), List.of(options.split(" ", -1)));
        return examined(settings(issued.pem(), issued.key()));
    }

    private static Map<String, String> settings(Path certificate, Path key) {
        return Map.of(
                "holdfast.https.port", "8443",
                "holdfast.https.certificate-file", certificate.toString(),
                "holdfast.https.key-file", key.toString());
    }

    private List<Finding> examined(Map<String, String> options) {
        return new CertificateCheck(Clock.systemUTC()).look(Configuration.read(folder, Map.of(), options));
    }
}
