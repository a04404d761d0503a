/** Outcomes of cases, and how it went on: 30, 90, 180 and 365 days later. */
@NullMarked
package org.holdfast.core.retention.outcomes;

import org.jspecify.annotations.NullMarked;
