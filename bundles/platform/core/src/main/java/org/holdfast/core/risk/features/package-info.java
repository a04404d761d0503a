/** Features as of a day, from what was known by the end of that day. */
@NullMarked
package org.holdfast.core.risk.features;

import org.jspecify.annotations.NullMarked;
