/** Cases from before the product, as imported files tell of them. */
@NullMarked
package org.holdfast.core.retention.past;

import org.jspecify.annotations.NullMarked;
