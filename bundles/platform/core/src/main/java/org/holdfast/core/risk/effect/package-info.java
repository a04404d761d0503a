/** Which action works for whom: effects of what was done so that people stay, with their intervals. */
@NullMarked
package org.holdfast.core.risk.effect;

import org.jspecify.annotations.NullMarked;
