/** Cases: from the delivery of an alert to the talk, with a clock. */
@NullMarked
package org.holdfast.core.retention.cases;

import org.jspecify.annotations.NullMarked;
