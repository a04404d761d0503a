package org.holdfast.core.protection.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A legal hold: nothing about the person is erased or ends before it does (GDPR Art. 17(3)(e) and 18(1)(c), PIPL
 * Art. 47(2)).
 *
 * @param personId the person
 * @param until last day on which it holds
 * @param reason why, at most 500 characters; sealed under the person's key
 * @param by the account that placed it
 * @param at when it was placed
 */
public record Hold(UUID personId, LocalDate until, String reason, UUID by, Instant at) {}
