package org.holdfast.core.intake;

import java.util.HashSet;
import java.util.Set;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position families a subsidiary can use: the core's and those of the bundle of its industry, where it is enabled.
 */
final class PositionFamilies {
    private static final Logger LOG = LoggerFactory.getLogger(PositionFamilies.class);

    private final CapabilityRegistry registry;

    PositionFamilies(CapabilityRegistry registry) {
        this.registry = registry;
    }

    Set<String> of(Subsidiary subsidiary) {
        Set<String> families = new HashSet<>(Rooms.CORE_FAMILIES);
        for (Provided<IndustryModel> industry :
                registry.of(IndustryModel.class, subsidiary.id().toString())) {
            try {
                if (industry.service().code().equals(subsidiary.industry())) {
                    families.addAll(industry.service().positionFamilies());
                }
            } catch (HoldfastException e) {
                LOG.warn("Bundle {} did not tell its families ({}): see its faults", industry.bundle(), e.code());
            }
        }
        return families;
    }
}
