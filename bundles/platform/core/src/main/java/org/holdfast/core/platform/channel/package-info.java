/** The channels that bundles bring, as the rooms find them. */
@NullMarked
package org.holdfast.core.platform.channel;

import org.jspecify.annotations.NullMarked;
