/** What people who leave hand over, to whom, and the files of it. */
@NullMarked
package org.holdfast.core.knowledge;

import org.jspecify.annotations.NullMarked;
