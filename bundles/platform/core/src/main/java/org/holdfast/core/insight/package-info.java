/** Insight: what the group looks like from above, with small groups left out. */
@NullMarked
package org.holdfast.core.insight;

import org.jspecify.annotations.NullMarked;
