/** What was done to keep somebody before, and what it bought. */
@NullMarked
package org.holdfast.core.retention.history;

import org.jspecify.annotations.NullMarked;
