/** Measurements of the product, run by hand; docs/benchmarks.md has the commands and the figures. */
@NullMarked
package org.holdfast.bench;

import org.jspecify.annotations.NullMarked;
