package org.holdfast.core.knowledge.meeting;

import org.jspecify.annotations.Nullable;

/**
 * A signature, or a refusal.
 *
 * @param digest the digest of the minutes as they were read
 * @param reason why somebody does not sign, at most 1,000 characters; of no meaning in a signature
 */
public record SignatureFields(
        @Nullable String digest, @Nullable String reason) {}
