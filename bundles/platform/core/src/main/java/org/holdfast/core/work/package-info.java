/** What somebody has to do today: each room that has something offers it, one page shows it. */
@NullMarked
package org.holdfast.core.work;

import org.jspecify.annotations.NullMarked;
