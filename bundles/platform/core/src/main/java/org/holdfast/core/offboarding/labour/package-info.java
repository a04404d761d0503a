/** What the labour law of a subsidiary's country says of the end of an employment. */
@NullMarked
package org.holdfast.core.offboarding.labour;

import org.jspecify.annotations.NullMarked;
