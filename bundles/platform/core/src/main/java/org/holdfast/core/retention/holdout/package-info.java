/** The randomised hold-out: a subsidiary measures what alerts are worth by not telling some of them, drawn by lot. */
@NullMarked
package org.holdfast.core.retention.holdout;

import org.jspecify.annotations.NullMarked;
