/** Looks at an installation and says what keeps its server from working, without a server and without changing anything. */
@NullMarked
package org.holdfast.launcher.doctor;

import org.jspecify.annotations.NullMarked;
