package org.holdfast.core.protection.basis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/**
 * Says which rule book holds for a subsidiary: the one it has named, else the one its country belongs to. Safe for use from
 * many threads.
 */
public final class RuleBooks {
    private final CapabilityRegistry registry;
    private final JurisdictionChoices choices;
    private final SubsidiaryFacts subsidiaries;
    private volatile Copies copies = new Copies(-1, new ConcurrentHashMap<>());

    RuleBooks(CapabilityRegistry registry, JurisdictionChoices choices, SubsidiaryFacts subsidiaries) {
        this.registry = registry;
        this.choices = choices;
        this.subsidiaries = subsidiaries;
    }

    /**
     * Finds the rule book of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the rule book; empty where none is named, enabled and installed
     */
    public Optional<RuleBook> of(UUID subsidiaryId) {
        Optional<String> chosen = choices.of(subsidiaryId);
        String country = subsidiaries
                .find(subsidiaryId)
                .map(SubsidiaryFacts.Facts::country)
                .orElse("");
        return enabled(subsidiaryId).stream()
                .filter(book -> chosen.map(book.code()::equals)
                        .orElseGet(() -> book.countries().contains(country)))
                .findFirst();
    }

    /**
     * Returns the rule books a subsidiary can name.
     *
     * @param subsidiaryId the subsidiary
     * @return those whose bundle is enabled for it, highest ranking first
     */
    public List<RuleBook> enabled(UUID subsidiaryId) {
        long changes = registry.changes();
        Copies now = copies;
        if (now.changes != changes) {
            now = new Copies(changes, new ConcurrentHashMap<>());
            copies = now;
        }
        return now.bySubsidiary.computeIfAbsent(subsidiaryId, this::read);
    }

    /**
     * Returns whether a subsidiary has named its rule book itself.
     *
     * @param subsidiaryId the subsidiary
     * @return false where it follows its country's
     */
    public boolean named(UUID subsidiaryId) {
        return choices.of(subsidiaryId).isPresent();
    }

    /**
     * Returns whether a rule book accepts a basis.
     *
     * @param book the rule book
     * @param basis the basis
     * @return whether data of the category may be used for the purpose on a basis of that kind
     */
    public static boolean accepts(RuleBook book, LawfulBasis basis) {
        return book.bases().stream()
                .anyMatch(rule -> rule.category() == basis.category()
                        && rule.purpose() == basis.purpose()
                        && rule.kinds().contains(basis.kind()));
    }

    /**
     * Notes which rule book a subsidiary follows from now on.
     *
     * @param subsidiaryId the subsidiary
     * @param code code of one of the {@link #enabled} rule books
     */
    public void name(UUID subsidiaryId, String code) {
        choices.choose(subsidiaryId, code);
    }

    private List<RuleBook> read(UUID subsidiaryId) {
        return registry.of(RuleBook.class, subsidiaryId.toString()).stream()
                .map(Provided::service)
                .<RuleBook>map(InstalledRules::of)
                .toList();
    }

    private record Copies(long changes, Map<UUID, List<RuleBook>> bySubsidiary) {}
}
