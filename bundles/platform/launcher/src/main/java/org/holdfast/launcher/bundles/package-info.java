/** What bundles bring along without a class of their own, read by the host. */
@NullMarked
package org.holdfast.launcher.bundles;

import org.jspecify.annotations.NullMarked;
