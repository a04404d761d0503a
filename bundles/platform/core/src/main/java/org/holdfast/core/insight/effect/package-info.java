/** The effect report: how good alerts were and whether what followed kept people, with small groups left out. */
@NullMarked
package org.holdfast.core.insight.effect;

import org.jspecify.annotations.NullMarked;
