package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A bundle's file as it is before the framework sees it.
 *
 * @param file the file
 * @param symbolicName the name in its manifest
 * @param version the version in its manifest
 * @param verdict whether it is trusted
 */
record BundleArchive(Path file, String symbolicName, Version version, Verdict verdict) {

    static BundleArchive read(Path file, Verdict verdict) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                if (leadsOut(entries.nextElement().getName())) {
                    throw new BundleFileRefused("bundleRefusal.entryLeadsOut");
                }
            }
            Manifest manifest = jar.getManifest();
            String name =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null || name.isBlank()) {
                throw new BundleFileRefused("bundleRefusal.noSymbolicName");
            }
            if (pathsOf(manifest).anyMatch(BundleArchive::leadsOut)) {
                throw new BundleFileRefused("bundleRefusal.pathLeadsOut");
            }
            return new BundleArchive(file, name.split(";", 2)[0].strip(), version(manifest), verdict);
        }
    }

    private static Version version(Manifest manifest) throws BundleFileRefused {
        try {
            return Version.parseVersion(manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION));
        } catch (IllegalArgumentException e) {
            throw new BundleFileRefused(Message.of("bundleRefusal.noVersion"), e);
        }
    }

    private static Stream<String> pathsOf(Manifest manifest) {
        String path = manifest.getMainAttributes().getValue(Constants.BUNDLE_CLASSPATH);
        return path == null ? Stream.empty() : Arrays.stream(path.split("[,;]")).map(String::strip);
    }

    /** The framework unpacks libraries by their names: one with {@code ..} would land elsewhere on the disk. */
    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || Arrays.asList(name.split("/")).contains("..");
    }
}
