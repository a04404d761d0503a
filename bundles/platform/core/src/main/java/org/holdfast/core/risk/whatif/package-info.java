/** What the model in use would say of a person if something about them were changed; nothing of it is kept. */
@NullMarked
package org.holdfast.core.risk.whatif;

import org.jspecify.annotations.NullMarked;
