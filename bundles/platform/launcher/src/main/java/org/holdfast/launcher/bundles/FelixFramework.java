package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.holdfast.launcher.start.StartFailure;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The OSGi framework. It belongs to the launcher, so that bundles outlive a redeployment of the core. */
public final class FelixFramework implements AutoCloseable {
    private static final long STOP_MILLIS = 10_000;

    private final Framework framework;

    private FelixFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts the framework with the bundles that make it one: Declarative Services and what that needs.
     *
     * @param cache folder for the framework's unpacked bundles; emptied first
     * @param own folder with the framework's own bundles
     * @return the running framework
     * @throws StartFailure where it does not start
     */
    public static FelixFramework start(Path cache, Path own) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ApiPackages.forFramework());
        // Jakarta classes are visible to the framework's parent loader; bundles shall not see them.
        settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
        settings.put("felix.bootdelegation.implicit", "false");
        settings.put("felix.log.level", "1");
        settings.put("ds.loglevel", "error");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class, FelixFramework.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new StartFailure("failure.frameworkMissing"));
        Framework framework = factory.newFramework(settings);
        try {
            framework.init();
            List<Path> jars = jars(own);
            for (Path jar : jars) {
                framework.getBundleContext().installBundle(jar.toUri().toString());
            }
            framework.start();
            for (Bundle bundle : framework.getBundleContext().getBundles()) {
                if (bundle.getBundleId() != 0) {
                    bundle.start();
                }
            }
        } catch (BundleException | IOException e) {
            throw new StartFailure(e, "failure.framework");
        }
        return new FelixFramework(framework);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new StartFailure(e, "failure.frameworkStop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
