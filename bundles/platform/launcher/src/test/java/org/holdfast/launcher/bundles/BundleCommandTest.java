package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.holdfast.launcher.command.BundleCommand;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an administrator is told of a bundle's file before it comes near a server. */
class BundleCommandTest {
    private static final String HOME = "holdfast.home";

    private final StringWriter said = new StringWriter();
    private final String before = System.getProperty(HOME, ".");

    @TempDir
    Path home;

    private Path signed = Path.of("");
    private TrustFiles trust = TestHost.trust(Path.of(""));

    @BeforeEach
    void anInstallationAndABundle() throws IOException, GeneralSecurityException {
        System.setProperty(HOME, home.toString());
        trust = TrustFiles.in(home);
        Files.createDirectories(trust.vendors().getParent());
        TestSigners signers = new TestSigners(home).with("vendor").with("group");
        signers.trust(trust.vendors(), "signer", "vendor").trust(trust.group(), "signer", "group");
        Path jar = TestBundle.named("acme.retail")
                .resource(
                        "META-INF/sbom/bom.json",
                        "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"copper\", \"version\": \"1.0\","
                                + " \"licenses\": [{\"license\": {\"id\": \"MIT\"}}]}]}")
                .writeTo(home.resolve("retail"));
        signed = Files.move(signers.sign(jar, "vendor", "group"), home.resolve("retail.jar"));
    }

    @AfterEach
    void back() {
        System.setProperty(HOME, before);
    }

    @Test
    void verifySaysWhoSignedAndEndsWithOneWhereTheBundleIsRevoked() throws IOException {
        assertThat(run("verify", signed.toString())).isZero();
        assertThat(said.toString()).contains("retail.jar: trusted", "CN=vendor", "CN=group", "certificate ");
        String line = said.toString()
                .lines()
                .filter(each -> each.startsWith("bundle "))
                .findFirst()
                .orElseThrow();

        Files.writeString(trust.revoked(), line);

        assertThat(run("verify", signed.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("retail.jar: not trusted, it is revoked");
    }

    @Test
    void verifyEndsWithOneWithoutTheGroupsStoreAndForWhatIsNoJar() throws IOException {
        Files.delete(trust.group());

        assertThat(run("verify", signed.toString())).isEqualTo(1);
        assertThat(run(
                        "verify",
                        Files.writeString(home.resolve("no.jar"), "no jar").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("counter-signs for the group", "no.jar: not trusted, it is not a jar");
    }

    @Test
    void aFileTellsWhatItIsMadeOfWithoutAServer() {
        assertThat(run("sbom", signed.toString())).isZero();

        assertThat(said.toString()).contains("1 components", "copper 1.0  MIT");
    }

    private int run(String... arguments) {
        return new CommandLine(new BundleCommand())
                .setResourceBundle(Words.in(Locale.ENGLISH))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }
}
