package org.holdfast.launcher.registry;

import java.util.List;

/**
 * What a bundle says it is made of (software bill of materials).
 *
 * @param components the parts, by name
 */
public record Sbom(List<Component> components) {

    /** Copies the list. */
    public Sbom {
        components = List.copyOf(components);
    }

    /**
     * One part.
     *
     * @param name its name, after its group and a colon where it has one
     * @param version its version; may be empty
     * @param licences SPDX identifiers, expressions or names; may be empty
     */
    public record Component(String name, String version, List<String> licences) {

        /** Copies the list. */
        public Component {
            licences = List.copyOf(licences);
        }
    }
}
