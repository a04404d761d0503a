package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts that language bundles bring for the command line. It speaks before the framework runs, so their files are
 * read where they lie; only those of trusted bundles.
 */
public final class LanguageBundles {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageBundles.class);

    private LanguageBundles() {}

    /**
     * Finds the texts of a language.
     *
     * @param folder the bundles folder; need not exist
     * @param trust the files that say which bundles are trusted
     * @param language the reader's language
     * @return where the texts of the launcher and of those bundles are found
     */
    public static ClassLoader texts(Path folder, TrustFiles trust, Locale language) {
        ClassLoader own = Words.class.getClassLoader();
        if (own.getResource(Words.fileOf(language)) != null || !Files.isDirectory(folder)) {
            return own;
        }
        List<URL> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                if (holds(file, Words.fileOf(language))
                        && BundleVerification.check(file, trust).isEmpty()) {
                    found.add(url(file));
                }
            }
        } catch (IOException | StartFailure e) {
            LOG.warn("The bundles folder cannot be read for texts", e);
        }
        return found.isEmpty() ? own : new URLClassLoader(found.toArray(URL[]::new), own);
    }

    private static boolean holds(Path jar, String entry) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            return false; // told when the bundle is to be installed
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
