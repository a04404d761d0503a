package org.holdfast.core.access;

import org.jspecify.annotations.Nullable;

/**
 * Where an account is to get its mail.
 *
 * @param address one address in ASCII without a name, at most 254 characters; empty or missing: no mail is sent
 */
public record MailAddressChange(@Nullable String address) {}
