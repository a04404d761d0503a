/** Risk: who may leave, why, and how sure that is. */
@NullMarked
package org.holdfast.core.risk;

import org.jspecify.annotations.NullMarked;
