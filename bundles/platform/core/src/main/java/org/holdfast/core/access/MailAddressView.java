package org.holdfast.core.access;

import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * Where an account gets its mail.
 *
 * @param address the address; null where none was given
 */
@TellsNothing
public record MailAddressView(@Nullable String address) {}
