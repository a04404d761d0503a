package org.holdfast.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an account shows beside its password.
 *
 * @param accountId whose it is
 * @param secret what its app and the server share, in base 32; empty while the key ring is not open
 * @param confirmed whether the holder has shown a code of it; before that it is not asked for
 * @param recoveryCodes how many recovery codes are left
 * @param since when it was added
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record SecondFactor(UUID accountId, Optional<String> secret, boolean confirmed, int recoveryCodes, Instant since) {}
