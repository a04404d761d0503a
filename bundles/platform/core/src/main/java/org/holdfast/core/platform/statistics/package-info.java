/** Intervals for shares, which several rooms tell figures with. */
@NullMarked
package org.holdfast.core.platform.statistics;

import org.jspecify.annotations.NullMarked;
