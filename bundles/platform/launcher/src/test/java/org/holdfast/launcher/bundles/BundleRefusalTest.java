package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.holdfast.api.HoldfastException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleRefusalTest {
    @TempDir
    Path home;

    @Test
    void aFileThatIsNoJarIsRefusedAndTheBundleOfThatNameStays() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));
            byte[] before = Files.readAllBytes(TestHost.folder(home).resolve("retail.jar"));

            assertThatThrownBy(() -> host.registry().install("retail.jar", bytes("no jar"), false))
                    .isInstanceOf(HoldfastException.class)
                    .hasMessage("The file retail.jar is not taken: it is not a jar.");

            assertThat(host.model("acme.retail").code()).isEqualTo("retail");
            assertThat(TestHost.folder(home).resolve("retail.jar")).hasBinaryContent(before);
            assertThat(TestHost.folder(home).toFile().list()).containsExactly("retail.jar");
        }
    }

    @Test
    void aDroppedFileThatIsNoJarHarmsNothing() throws IOException {
        try (TestHost host = TestHost.inDemo(home)) {
            host.drop(Files.writeString(home.resolve("noise"), "no jar"), "noise.jar");
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");

            awaits(SOON, () -> host.offers("acme.retail"));

            assertThat(host.registry().bundles()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.jar", "a/b.jar", "evil.zip", ".hidden.jar", "", "a b.jar", "evil.jar\0"})
    void anUploadCannotChooseAnotherPlaceByItsName(String fileName) {
        try (TestHost host = TestHost.inDemo(home)) {
            assertThatThrownBy(() -> host.registry().install(fileName, bytes("anything"), false))
                    .isInstanceOf(HoldfastException.class);

            assertThat(TestHost.folder(home)).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.txt", "/etc/evil", "lib/../../evil.jar", "C:/evil", "a\\..\\evil"})
    void anEntryThatLeadsOutOfTheBundleIsRefused(String entry) throws IOException {
        Path jar = jar("acme.slip", entry);

        try (TestHost host = TestHost.inDemo(home);
                InputStream in = Files.newInputStream(jar)) {
            assertThatThrownBy(() -> host.registry().install("slip.jar", in, false))
                    .hasMessageContaining("leads out");
        }
    }

    @Test
    void aClassPathThatLeadsOutOfTheBundleIsRefused() throws IOException {
        TestBundle slip = TestBundle.named("acme.slip").resource("text/a.txt", "a");
        Path plain = slip.writeTo(home.resolve("plain"));
        Path jar = withHeader(plain, "Bundle-ClassPath", ".,../../evil.jar");

        try (TestHost host = TestHost.inDemo(home);
                InputStream in = Files.newInputStream(jar)) {
            assertThatThrownBy(() -> host.registry().install("slip.jar", in, false))
                    .hasMessageContaining("leads out");
        }
    }

    @Test
    void aJarWithoutASymbolicNameIsRefused() throws IOException {
        Path jar = jar("", "text/hello.txt");

        try (TestHost host = TestHost.inDemo(home);
                InputStream in = Files.newInputStream(jar)) {
            assertThatThrownBy(() -> host.registry().install("nameless.jar", in, false))
                    .hasMessageContaining("Bundle-SymbolicName");
            assertThat(host.registry().bundles()).isEmpty();
        }
    }

    @Test
    void aNameThatIsTakenIsRefusedFromAnotherFile() throws IOException {
        Path twin = TestBundle.answering("acme.retail", "twin").writeTo(home.resolve("twin"));
        try (TestHost host = TestHost.inDemo(home);
                InputStream in = Files.newInputStream(twin)) {
            host.drop(TestBundle.answering("acme.retail", "retail"), "retail.jar");
            awaits(SOON, () -> host.offers("acme.retail"));

            assertThatThrownBy(() -> host.registry().install("twin.jar", in, false))
                    .hasMessageContaining("another file");

            assertThat(host.model("acme.retail").code()).isEqualTo("retail");
        }
    }

    private Path jar(String symbolicName, String entry) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        if (!symbolicName.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        }
        Path jar = home.resolve("made");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest)) {
            packed.putNextEntry(new ZipEntry(entry));
            packed.write(1);
        }
        return jar;
    }

    private Path withHeader(Path jar, String name, String value) throws IOException {
        Path changed = home.resolve("changed");
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            manifest.getMainAttributes().putValue(name, value);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed), manifest)) {
                out.putNextEntry(new ZipEntry("text/a.txt"));
                out.write(1);
            }
        }
        return changed;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
