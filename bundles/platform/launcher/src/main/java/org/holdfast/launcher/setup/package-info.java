/** The first-run wizard: asks for what a server needs, tries it, and writes the settings file. */
@NullMarked
package org.holdfast.launcher.setup;

import org.jspecify.annotations.NullMarked;
