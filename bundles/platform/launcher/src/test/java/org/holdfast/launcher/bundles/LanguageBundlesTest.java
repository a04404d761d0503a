package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.holdfast.launcher.text.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageBundlesTest {

    @TempDir
    private Path home;

    private Path jar = Path.of("");

    @BeforeEach
    void languageBundle() throws IOException {
        jar = home.resolve("acme-language-fr.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("text/launcher_fr.properties"));
            entries.write("stop.done=arrêté".getBytes(StandardCharsets.UTF_8));
        }
    }

    private Words french() {
        return Words.in(Locale.CANADA_FRENCH, LanguageBundles.texts(home, TestHost.trust(home), Locale.CANADA_FRENCH));
    }

    @Test
    void theCommandLineSpeaksWhatATrustedBundleBringsAndEnglishWhereItBringsNothing()
            throws IOException, GeneralSecurityException {
        Files.writeString(home.resolve("bundles.sha256"), BundleSignature.sha256(jar) + "  fr.jar\n");

        assertThat(french().text("stop.done")).isEqualTo("arrêté");
        assertThat(french().text("status.ready", "here", 7))
                .isEqualTo("The server at here runs (process 7) and is ready.");
    }

    @Test
    void aBundleNobodyTrustsIsNotSpokenFrom() throws IOException {
        Files.writeString(home.resolve("broken.jar"), "no jar");

        assertThat(french().text("stop.done")).isEqualTo("stopped");
    }
}
