/** Plans of a case: what is to be done so that somebody stays, by whom and until when, who approved it, and what came of it. */
@NullMarked
package org.holdfast.core.retention.plans;

import org.jspecify.annotations.NullMarked;
