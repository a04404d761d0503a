package org.holdfast.launcher.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.CipherSuites;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/** The cipher suites that active bundles offer. Looked up again only when bundles have changed. Safe for many threads. */
public final class InstalledSuites implements CipherSuites {
    /** By which a suite is found that is not installed. */
    private static final Map<String, String> SHIPPED = Map.of("SM4-GCM", "org.holdfast.protection.sm4");

    private final CapabilityRegistry registry;
    private volatile @Nullable Found found;

    /**
     * Creates it over the registry.
     *
     * @param registry the bundles
     */
    public InstalledSuites(CapabilityRegistry registry) {
        this.registry = registry;
    }

    private record Found(long changes, List<Offer> offers) {}

    private record Offer(String name, CipherSuite suite) {
        static Optional<Offer> of(Provided<CipherSuite> provided) {
            try {
                return Optional.of(new Offer(provided.service().name(), provided.service()));
            } catch (HoldfastException e) {
                // Gone between two questions, or failing: whoever cannot say its name is not asked to seal.
                return Optional.empty();
            }
        }
    }

    @Override
    public Optional<CipherSuite> named(String name) {
        Found now = found;
        long changes = registry.changes();
        if (now == null || now.changes() != changes) {
            List<Offer> offers = registry.all(CipherSuite.class).stream()
                    .flatMap(provided -> Offer.of(provided).stream())
                    .toList();
            now = new Found(changes, offers);
            found = now;
        }
        return now.offers().stream()
                .filter(offer -> offer.name().equals(name))
                .map(Offer::suite)
                .findFirst();
    }

    /**
     * Finds the first suite that no active bundle offers.
     *
     * @param names the suites that are needed; the standard one is always there
     * @return the suite and the bundle that has it, or empty where all are there
     */
    public Optional<Missing> missing(Collection<String> names) {
        return names.stream()
                .filter(name -> !name.equals(CipherSuite.STANDARD))
                .filter(name -> named(name).isEmpty())
                .sorted()
                .findFirst()
                .map(name -> new Missing(name, bundle(name)));
    }

    private String bundle(String suite) {
        return registry.bundles().stream()
                .filter(bundle -> offers(bundle, suite))
                .findFirst()
                .map(BundleReport::symbolicName)
                .orElse(SHIPPED.getOrDefault(suite, suite));
    }

    private static boolean offers(BundleReport bundle, String suite) {
        return bundle.provides().stream()
                .anyMatch(offer ->
                        offer.capability().equals("protection") && offer.code().equals(suite));
    }

    /**
     * A suite that is needed and not there.
     *
     * @param suite its name
     * @param bundle symbolic name of the bundle that offers it; the suite's name where nobody knows
     */
    public record Missing(String suite, String bundle) {

        /**
         * Says what keeps the server sealed.
         *
         * @return the sentence
         */
        public Message sentence() {
            return Message.of("sealed.suiteAbsent", suite, bundle);
        }
    }
}
