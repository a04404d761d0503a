/** Boosted trees, forests and logistic regression on XGBoost's native library, with calibration and exact reasons. */
@NullMarked
package org.holdfast.engine.xgboost;

import org.jspecify.annotations.NullMarked;
