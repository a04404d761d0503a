package org.holdfast.api.industry;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What people of some posts hand over when they leave. The title of the item {@code processCards} is the text
 * {@code handover.processCards}.
 *
 * @param code its code
 * @param families the position families it is for; empty for all that no other template names
 * @param items what is handed over, in the order of the list
 * @since 1.3.0
 */
public record HandoverTemplate(String code, Set<String> families, List<Item> items) {

    /** Copies and checks. */
    public HandoverTemplate {
        families = Set.copyOf(families);
        items = List.copyOf(items);
        require(code);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Handover \"" + code + "\" has no items");
        }
        if (items.stream().map(Item::code).distinct().count() != items.size()) {
            throw new IllegalArgumentException("Handover \"" + code + "\" has an item twice");
        }
    }

    /**
     * Something that is handed over.
     *
     * @param code its code, the same in every template that has it
     * @param kind what kind of knowledge it is
     * @param mandatory whether the handover is not done without it
     */
    public record Item(String code, KnowledgeKind kind, boolean mandatory) {

        /** Checks. */
        public Item {
            require(code);
            Objects.requireNonNull(kind, "kind");
        }
    }

    private static void require(String code) {
        if (!code.matches("[a-z][A-Za-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("Handover \"" + code
                    + "\" is not letters, digits, dots and hyphens beginning with a lower-case letter");
        }
    }
}
