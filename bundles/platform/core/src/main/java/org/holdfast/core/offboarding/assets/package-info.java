/** What the firm lends to its people: who holds it, who signed for it, until when it comes back, and whether it did. */
@NullMarked
package org.holdfast.core.offboarding.assets;

import org.jspecify.annotations.NullMarked;
