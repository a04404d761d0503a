package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import org.holdfast.api.bundle.BundleManifest;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.resource.Capability;

/**
 * Offers the industry model, rule book or labour rules of a bundle that has no class of its own, only a JSON description named in its
 * manifest.
 */
final class DescribedCapabilities {
    private final BundleContext context;
    private final InstalledBundles bundles;

    DescribedCapabilities(BundleContext context, InstalledBundles bundles) {
        this.context = context;
        this.bundles = bundles;
    }

    /** Begins to look at every bundle that starts. */
    void listen() {
        // Synchronous: whoever installed the bundle learns at once whether its description is right.
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STARTED) {
                offer(event.getBundle());
            }
        };
        context.addBundleListener(listener);
    }

    private void offer(Bundle bundle) {
        for (Capability capability : BundleReports.capabilities(bundle)) {
            String description = BundleReports.attribute(capability, BundleManifest.DESCRIPTION);
            if (!description.isEmpty()) {
                offer(bundle, BundleReports.attribute(capability, BundleManifest.KIND), description);
            }
        }
    }

    private void offer(Bundle bundle, String kind, String description) {
        switch (kind) {
            case "industry" -> offer(bundle, description, IndustryModel.class, IndustryDescription::read);
            case "jurisdiction" -> offer(bundle, description, RuleBook.class, RuleBookDescription::read);
            case "labour" -> offer(bundle, description, LabourRules.class, LabourDescription::read);
            default -> {
                // Other kinds have a class; a description of theirs is their own affair.
            }
        }
    }

    private <T> void offer(Bundle bundle, String description, Class<T> type, Reader<T> reader) {
        URL entry = bundle.getEntry(description);
        if (entry == null) {
            fail(bundle, Message.of("bundleReason.descriptionMissing", description));
            return;
        }
        try (InputStream in = entry.openStream()) {
            @SuppressWarnings("NullAway")
            T described = reader.read(description, in);
            // Registered in the bundle's own name, so that it goes when the bundle goes.
            bundle.getBundleContext().registerService(type, described, FrameworkUtil.asDictionary(Map.of()));
        } catch (IOException e) {
            fail(bundle, Message.of("bundleReason.descriptionUnreadable", description));
        } catch (BundleFailure e) {
            fail(bundle, Message.of("bundleReason.descriptionWrong", e.sentence()));
        }
    }

    /** Reads a description. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(String file, InputStream content) throws IOException;
    }

    private void fail(Bundle bundle, Message reason) {
        bundles.of(bundle).ifPresent(installed -> installed.failed(reason));
    }
}
