/** What became of a team since somebody left it. */
@NullMarked
package org.holdfast.core.retention.teams;

import org.jspecify.annotations.NullMarked;
