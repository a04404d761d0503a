/** The offboarding report: why people leave, how long it takes, and what comes back, with small groups left out. */
@NullMarked
package org.holdfast.core.insight.exits;

import org.jspecify.annotations.NullMarked;
