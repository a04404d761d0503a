/** Scoring and training runs over a subsidiary, and the scores that are current. */
@NullMarked
package org.holdfast.core.risk.runs;

import org.jspecify.annotations.NullMarked;
