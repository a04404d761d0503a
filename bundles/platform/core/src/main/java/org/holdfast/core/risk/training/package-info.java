/** Training on a subsidiary's own history, split by time, with a model card that hides nothing. */
@NullMarked
package org.holdfast.core.risk.training;

import org.jspecify.annotations.NullMarked;
