package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Constants;

/**
 * A bundle's file as it is before the framework sees it.
 *
 * @param file the file
 * @param symbolicName the name in its manifest
 * @param distrust why it is not trusted, or empty where it is
 */
record BundleArchive(Path file, String symbolicName, Optional<Message> distrust) {

    static BundleArchive read(Path file, Optional<Message> distrust) throws IOException {
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
            return new BundleArchive(file, name.split(";", 2)[0].strip(), distrust);
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
