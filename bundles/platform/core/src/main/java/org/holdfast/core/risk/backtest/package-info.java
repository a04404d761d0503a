/** Back-tests: what training on an earlier day would have foretold, against what then happened. */
@NullMarked
package org.holdfast.core.risk.backtest;

import org.jspecify.annotations.NullMarked;
