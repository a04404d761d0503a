/** Erasing people for good, keeping what is on hold, and ending what has been kept long enough. */
@NullMarked
package org.holdfast.core.protection.erasure;

import org.jspecify.annotations.NullMarked;
