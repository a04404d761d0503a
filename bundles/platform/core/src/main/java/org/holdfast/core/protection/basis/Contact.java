package org.holdfast.core.protection.basis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom people ask about their data: the person responsible for it or the data-protection officer (PIPL Art. 52 and 53, GDPR
 * Art. 13(1)(a) and (b), 27 and 37(7)). It is published, so nothing in it is sealed.
 *
 * @param name a name or a function, 1 to 200 characters
 * @param email mail address, may be empty where there is a phone number
 * @param phone phone number, may be empty where there is a mail address
 * @param address postal address, 1 to 400 characters
 * @param representative name and address of the representative in the Union, or in China; empty where none is needed
 */
public record Contact(String name, String email, String phone, String address, String representative) {

    /** Checks that somebody can be reached. */
    public Contact {
        if (name.isBlank() || address.isBlank() || (email.isBlank() && phone.isBlank())) {
            throw new IllegalArgumentException("A contact has a name, an address, and a mail address or phone number");
        }
    }

    /**
     * Returns the contact as it stands in a notice.
     *
     * @return what there is of it, one line each
     */
    public String lines() {
        return Stream.of(name, email, phone, address, representative)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "contact" + List.of(email.isEmpty(), phone.isEmpty(), representative.isEmpty());
    }
}
