/**
 * The accounts that people have in the firm's systems, and that they really end: found, disabled at the due minute, read again, and
 * told as dead only then. Other rooms use {@code AccountClosing} alone.
 */
@NullMarked
package org.holdfast.core.offboarding.accounts;

import org.jspecify.annotations.NullMarked;
