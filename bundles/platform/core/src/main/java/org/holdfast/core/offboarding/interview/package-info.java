/** The exit interview: its forms, whom it is offered to, what was said, and how many are reached by it. */
@NullMarked
package org.holdfast.core.offboarding.interview;

import org.jspecify.annotations.NullMarked;
