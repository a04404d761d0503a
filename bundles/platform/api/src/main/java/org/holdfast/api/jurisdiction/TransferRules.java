package org.holdfast.api.jurisdiction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * On which mechanisms data about single people may leave a subsidiary (PIPL Art. 38 to 40, GDPR Art. 44 to 49).
 *
 * @param mechanisms the mechanisms, codes unique
 * @since 1.1.0
 */
public record TransferRules(List<Mechanism> mechanisms) {

    /** Copies and checks. */
    public TransferRules {
        mechanisms = List.copyOf(mechanisms);
        Set<String> codes = new HashSet<>();
        if (!mechanisms.stream().map(Mechanism::code).allMatch(codes::add)) {
            throw new IllegalArgumentException("A mechanism stands there twice");
        }
    }

    /**
     * A mechanism.
     *
     * @param code letters and digits, beginning with a lower-case letter; its name is the text
     *     {@code transfer.gdpr.adequacy} for {@code adequacy} of the rule book {@code gdpr}
     * @param countries where to, ISO 3166-1 codes of two capital letters; empty for anywhere
     * @param fewerPeople it holds while data about fewer people than these left the subsidiary since 1 January; 0 for any
     *     number
     * @param fewerSensitive it holds while sensitive data about fewer people than these left since 1 January; 0 for any
     *     number, 1 for none at all
     */
    public record Mechanism(String code, Set<String> countries, int fewerPeople, int fewerSensitive) {

        /** Copies and checks. */
        public Mechanism {
            countries = Set.copyOf(countries);
            if (!code.matches("[a-z][A-Za-z0-9]{0,59}")) {
                throw new IllegalArgumentException(
                        "Mechanism \"" + code + "\" is not letters and digits beginning with a lower-case letter");
            }
            if (fewerPeople < 0 || fewerSensitive < 0) {
                throw new IllegalArgumentException("A number of people is not negative");
            }
        }
    }
}
