package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.launcher.start.StartFailure;

/** The packages the host lends to bundles: the API in the versions its own manifest states, and slf4j. */
final class ApiPackages {
    private static final Pattern EXPORT = Pattern.compile("(org\\.holdfast\\.api[\\w.]*);version=\"([^\"]+)\"");

    private ApiPackages() {}

    static String forFramework() {
        Set<String> packages = new TreeSet<>();
        packages.add("org.slf4j;version=\"2.0.17\"");
        packages.add("org.slf4j;version=\"1.7.36\"");
        try {
            Enumeration<URL> manifests = ApiPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
            while (manifests.hasMoreElements()) {
                addExports(manifests.nextElement(), packages);
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.apiManifest");
        }
        if (packages.size() == 2) {
            throw new StartFailure("failure.apiMissing");
        }
        return String.join(",", packages);
    }

    private static void addExports(URL manifest, Set<String> packages) throws IOException {
        try (InputStream in = manifest.openStream()) {
            Attributes attributes = new Manifest(in).getMainAttributes();
            if (!"org.holdfast.api".equals(attributes.getValue("Bundle-SymbolicName"))) {
                return;
            }
            Matcher matcher = EXPORT.matcher(attributes.getValue("Export-Package"));
            while (matcher.find()) {
                packages.add(matcher.group(1) + ";version=\"" + matcher.group(2) + "\"");
            }
        }
    }
}
