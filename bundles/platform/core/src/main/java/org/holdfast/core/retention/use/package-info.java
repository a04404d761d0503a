/** How the product is used: what superiors did about their cases, and when. For figures about many of them. */
@NullMarked
package org.holdfast.core.retention.use;

import org.jspecify.annotations.NullMarked;
