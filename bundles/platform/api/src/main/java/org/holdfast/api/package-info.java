/** What every capability shares: errors, and how the host calls a bundle. */
@Export
@Version("1.0.0")
package org.holdfast.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
