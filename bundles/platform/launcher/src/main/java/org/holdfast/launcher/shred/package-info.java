/** Whose keys were destroyed: remembered outside databases and backups, so that a restored backup brings nobody back. */
@NullMarked
package org.holdfast.launcher.shred;

import org.jspecify.annotations.NullMarked;
