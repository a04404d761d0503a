/** Copies a server's data and its wrapped keys into two files, checks them, and puts them back. */
@NullMarked
package org.holdfast.launcher.backup;

import org.jspecify.annotations.NullMarked;
