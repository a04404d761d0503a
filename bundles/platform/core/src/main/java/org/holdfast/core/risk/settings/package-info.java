/** Thresholds, horizon and cost inputs, versioned per subsidiary. */
@NullMarked
package org.holdfast.core.risk.settings;

import org.jspecify.annotations.NullMarked;
