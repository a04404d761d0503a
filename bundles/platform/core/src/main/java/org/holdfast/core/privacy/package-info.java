/** The desk of the data-protection officer: rule books and bases, impact assessments, notices, the record of processing. */
@NullMarked
package org.holdfast.core.privacy;

import org.jspecify.annotations.NullMarked;
