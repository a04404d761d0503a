package org.holdfast.launcher.bundles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.holdfast.api.bundle.BundleManifest;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.BundleReport.ProvidedCapability;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;

/** Describes installed bundles for people. */
final class BundleReports {
    private BundleReports() {}

    static BundleReport of(InstalledBundle installed) {
        Bundle bundle = installed.bundle();
        String name = bundle.getHeaders().get(Constants.BUNDLE_NAME);
        return new BundleReport(
                installed.name(),
                name == null ? installed.name() : name,
                bundle.getVersion().toString(),
                installed.state(),
                installed.reason(),
                installed.signed(),
                capabilities(bundle).stream()
                        .map(capability -> new ProvidedCapability(
                                attribute(capability, BundleManifest.KIND), attribute(capability, BundleManifest.CODE)))
                        .toList(),
                reads(bundle),
                installed.enabledFor(),
                ranking(bundle),
                installed.faults());
    }

    static List<Capability> capabilities(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of() : revision.getCapabilities(BundleManifest.CAPABILITY);
    }

    static String attribute(Capability capability, String name) {
        return Optional.ofNullable(capability.getAttributes().get(name))
                .map(String::valueOf)
                .orElse("");
    }

    static List<String> reads(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return List.of();
        }
        return revision.getRequirements(BundleManifest.DATA).stream()
                .map(requirement -> String.valueOf(requirement.getAttributes().get(BundleManifest.CATEGORY)))
                .sorted()
                .toList();
    }

    private static int ranking(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null
                ? 0
                : Arrays.stream(services)
                        .map(service -> service.getProperty(Constants.SERVICE_RANKING))
                        .filter(Integer.class::isInstance)
                        .mapToInt(Integer.class::cast)
                        .max()
                        .orElse(0);
    }
}
