/** Offboarding: who leaves, and what has to be done until they have left. */
@NullMarked
package org.holdfast.core.offboarding;

import org.jspecify.annotations.NullMarked;
