/** Retention programmes: plans for a cohort, or for a team that somebody left, and what became of its attrition. */
@NullMarked
package org.holdfast.core.retention.programmes;

import org.jspecify.annotations.NullMarked;
