package org.holdfast.launcher.registry;

import org.holdfast.api.HoldfastException;

/** The bundle behind a service has been removed, stopped or quarantined since the service was handed out. */
public final class CapabilityGoneException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param bundle symbolic name of the bundle that is gone
     */
    public CapabilityGoneException(String bundle) {
        super(RegistryError.CAPABILITY_GONE, "Bundle " + bundle + " is no longer available: install or release it");
    }
}
