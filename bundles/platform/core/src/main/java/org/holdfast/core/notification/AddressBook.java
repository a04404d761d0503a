package org.holdfast.core.notification;

import java.util.Optional;
import java.util.UUID;

/** Where accounts are reached by the channels of bundles. Safe for use from many threads. */
@FunctionalInterface
interface AddressBook {

    /** Returns an account's address for a channel; empty where none was given, or the key ring is sealed. */
    Optional<String> find(UUID account, String channel);
}
