package org.holdfast.core.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.api.industry.HandoverTemplate;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/** What the industry of a subsidiary says is handed over, by post. Safe for use from many threads. */
final class HandoverTemplates {
    private final Supplier<CapabilityRegistry> registry;
    private final People people;

    HandoverTemplates(Supplier<CapabilityRegistry> registry, People people) {
        this.registry = registry;
        this.people = people;
    }

    /** Finds the template for somebody's post; the one for all others where none names the post's family. */
    Optional<HandoverTemplate> of(PersonCard card) {
        List<HandoverTemplate> all = all(card.subsidiaryId());
        return all.stream()
                .filter(template -> template.families().contains(card.family()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(template -> template.families().isEmpty())
                        .findFirst());
    }

    private List<HandoverTemplate> all(UUID subsidiaryId) {
        String industry =
                people.subsidiary(subsidiaryId).map(firm -> firm.industry()).orElse("");
        return registry.get().of(IndustryModel.class, subsidiaryId.toString()).stream()
                .map(Provided::service)
                .filter(model -> model.code().equals(industry))
                .findFirst()
                .map(IndustryModel::handovers)
                .orElse(List.of());
    }
}
