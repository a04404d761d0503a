/** Scores with their reasons: models, bands, evidence. */
@NullMarked
package org.holdfast.core.risk.scoring;

import org.jspecify.annotations.NullMarked;
