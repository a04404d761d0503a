/** Whether data may leave a subsidiary, on whose permit, and how many people's has left. */
@NullMarked
package org.holdfast.core.privacy.transfer;

import org.jspecify.annotations.NullMarked;
