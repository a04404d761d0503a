/** Retention: from a score that crossed a threshold to somebody who talks. */
@NullMarked
package org.holdfast.core.retention;

import org.jspecify.annotations.NullMarked;
