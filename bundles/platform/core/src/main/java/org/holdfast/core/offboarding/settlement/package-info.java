/** What is owed when an employment ends: each step of the sum with its article, and what may wait for a handover. */
@NullMarked
package org.holdfast.core.offboarding.settlement;

import org.jspecify.annotations.NullMarked;
