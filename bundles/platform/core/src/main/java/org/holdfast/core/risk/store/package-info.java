/** Scores, models and runs in the database; what is personal is sealed. */
@NullMarked
package org.holdfast.core.risk.store;

import org.jspecify.annotations.NullMarked;
