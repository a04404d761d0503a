package org.holdfast.core.privacy;

import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.Contact;

/**
 * Whom people ask about their data.
 *
 * @param name a name or a function
 * @param email mail address, empty where there is none
 * @param phone phone number, empty where there is none
 * @param address postal address
 * @param representative representative in the Union, or in China; empty where there is none
 */
@TellsNothing
public record ContactView(String name, String email, String phone, String address, String representative) {

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.name(), contact.email(), contact.phone(), contact.address(), contact.representative());
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "contact";
    }
}
